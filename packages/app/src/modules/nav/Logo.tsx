import {
  Link,
  sidebarConfig,
  useSidebarOpenState,
} from '@backstage/core-components';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => ({
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: 10,
    height: 72,
    paddingLeft: (sidebarConfig.drawerWidthClosed - 28) / 2,
    color: '#ffffff',
    // The font of the entries below it: another may be wider than the sidebar.
    fontFamily: theme.typography.fontFamily,
    fontSize: 15,
    fontWeight: 700,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
  },
  mark: { flex: 'none' },
}));

/** The mark, with the name beside it while the sidebar is open. */
export const Logo = () => {
  const classes = useStyles();
  const { isOpen } = useSidebarOpenState();
  return (
    <Link
      to="/"
      underline="none"
      className={classes.link}
      aria-label="Maestro Conductor, home"
    >
      <svg
        className={classes.mark}
        width="28"
        height="28"
        viewBox="0 0 32 32"
        aria-hidden="true"
      >
        <path
          d="M5 24 L13 9 L19 18 L26 7"
          fill="none"
          stroke="currentColor"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="26" cy="7" r="3" fill="#ffd166" />
      </svg>
      {isOpen ? 'Maestro Conductor' : null}
    </Link>
  );
};
