import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { DimensionChange } from '@maestro-conductor/plugin-readiness-common';
import { formatPoints, VerdictChip } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: { display: 'flex', gap: 12, padding: '4px 0', alignItems: 'center' },
  title: { minWidth: 140 },
});

/** The dimensions that stand as they stood, folded away. */
export const UnchangedItems = ({
  items,
}: {
  items: readonly DimensionChange[];
}) => {
  const classes = useStyles();
  if (items.length === 0) return null;
  return (
    <Accordion>
      <AccordionTrigger title={`${items.length} unchanged`} />
      <AccordionPanel>
        <ul className={classes.list} aria-label="Unchanged dimensions">
          {items.map(({ name, title, pointsAfter, verdictAfter }) => (
            <li key={name} className={classes.item}>
              <span className={classes.title}>{title}</span>
              {verdictAfter && <VerdictChip verdict={verdictAfter} />}
              {pointsAfter !== undefined && (
                <span>{formatPoints(pointsAfter)} points</span>
              )}
            </li>
          ))}
        </ul>
      </AccordionPanel>
    </Accordion>
  );
};
