import { ReadinessSummary } from '@maestro-conductor/plugin-readiness-common';
import { levelWord, tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: 2,
    height: 16,
    borderRadius: 8,
    overflow: 'hidden',
    marginBottom: 12,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', alignItems: 'center', gap: 8 },
  swatch: { width: 12, height: 12, borderRadius: 3 },
});

/** The highest level is the strongest colour; grey is below all levels. */
function colourOf(level: string | undefined, rank: number, of: number): string {
  if (!level) return tokens.line;
  const share = Math.round(100 - (rank / Math.max(1, of)) * 65);
  return `color-mix(in srgb, ${tokens.series} ${share}%, ${tokens.surface})`;
}

/** How many services reached which level, as a bar and in words. */
export const LevelsTile = ({ summary }: { summary: ReadinessSummary }) => {
  const classes = useStyles();
  const { byLevel } = summary;
  const levels = byLevel.map(({ level, services }, index) => ({
    word: levelWord(level),
    services,
    colour: colourOf(level, index, byLevel.length),
  }));
  return (
    <>
      <div className={classes.bar} aria-hidden="true">
        {levels.map(({ word, services, colour }) => (
          <div key={word} style={{ flexGrow: services, background: colour }} />
        ))}
      </div>
      <ul className={classes.list} aria-label="Services by level">
        {levels.map(({ word, services, colour }) => (
          <li key={word} className={classes.item}>
            <span className={classes.swatch} style={{ background: colour }} />
            {services} {word}
          </li>
        ))}
      </ul>
    </>
  );
};
