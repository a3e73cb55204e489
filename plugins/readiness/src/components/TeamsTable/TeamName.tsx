import { Link } from '@backstage/core-components';
import { VisuallyHidden } from '@backstage/ui';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import ChevronRightIcon from '@material-ui/icons/ChevronRight';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { MouseEvent } from 'react';
import { useLocation } from 'react-router-dom';
import { ownerSearch } from '../../lib/ownerSearch';
import { TeamRow } from '../../lib/teamRows';

/** Pixels for each level: little, so that deep trees fit on a phone. */
const INDENT = 16;
/** Pixels for the button that opens a level. */
const TOGGLE = 24;

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'baseline' },
  nested: { fontWeight: 400 },
  toggle: {
    width: TOGGLE,
    height: 20,
    padding: 0,
    flex: 'none',
    alignSelf: 'center',
  },
  leaf: { width: TOGGLE, flex: 'none' },
});

interface TeamNameProps {
  team: TeamRow;
  /** Whether the row stands below its parent. */
  tree: boolean;
  onOwner(groupRef: string): void;
  onToggle(groupRef: string): void;
}

/** The name of a team, as a link to its services; in the tree at its depth, with a button where groups are below it. */
export const TeamName = (props: TeamNameProps) => {
  const { team, tree, onOwner, onToggle } = props;
  const { groupRef, title, depth, expanded } = team;
  const classes = useStyles();
  const { search } = useLocation();
  const follow = (event: MouseEvent) => {
    // A new tab or window is the browser's business.
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOwner(groupRef);
  };
  const link = (
    <Link to={ownerSearch(search, groupRef)} onClick={follow}>
      {title}
    </Link>
  );
  if (!tree) return link;
  return (
    <div
      className={`${classes.root} ${depth > 0 ? classes.nested : ''}`}
      style={{ paddingLeft: depth * INDENT }}
    >
      {expanded === undefined ? (
        <span className={classes.leaf} />
      ) : (
        <IconButton
          className={classes.toggle}
          size="small"
          color="inherit"
          aria-label={`Groups of ${title}`}
          aria-expanded={expanded}
          onClick={() => onToggle(groupRef)}
        >
          {expanded ? <ExpandMoreIcon /> : <ChevronRightIcon />}
        </IconButton>
      )}
      <span>
        {link}
        {depth > 0 && <VisuallyHidden> (level {depth + 1})</VisuallyHidden>}
      </span>
    </div>
  );
};
