import { makeStyles } from '@material-ui/core/styles';
import { Text } from '@backstage/ui';
import { tokens, TONES } from '@maestro-conductor/ui';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px 16px',
    listStyle: 'none',
    margin: 0,
    padding: 0,
    color: tokens.muted,
  },
  item: { display: 'flex', alignItems: 'center', gap: 6 },
  swatch: {
    width: 18,
    height: 14,
    borderRadius: 3,
    border: `1px solid ${tokens.line}`,
  },
  none: {
    borderStyle: 'dashed',
    borderColor: tokens.muted,
    backgroundImage: `repeating-linear-gradient(135deg, transparent 0 4px, ${tokens.line} 4px 6px)`,
  },
});

const STEPS = [
  { tone: 'good', text: '90 % and more' },
  { tone: 'warning', text: '50 to 90 %' },
  { tone: 'bad', text: 'below 50 %' },
] as const;

/** What the colours of the heat map stand for. */
export const HeatLegend = () => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Colours">
      {STEPS.map(({ tone, text }) => (
        <li key={tone} className={classes.item}>
          <span
            className={classes.swatch}
            style={{ background: TONES[tone].background }}
          />
          <Text variant="body-small">{text}</Text>
        </li>
      ))}
      <li className={classes.item}>
        <span className={`${classes.swatch} ${classes.none}`} />
        <Text variant="body-small">no data, which is not 0 %</Text>
      </li>
    </ul>
  );
};
