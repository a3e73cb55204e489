import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { tokens } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { BudgetBar } from '../BudgetBar';
import { EntityLink, ObjectiveLink } from '../ObjectiveLink';
import { BurningChip, ObjectiveStatusChip } from '../ObjectiveStatusChip';
import { SourceNote } from '../SourceNote';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    padding: '8px 0',
    '& + &': { borderTop: `1px solid ${tokens.line}` },
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '4px 12px',
  },
  chips: { display: 'flex', gap: 4 },
});

interface WorstObjectivesProps {
  items: readonly ObjectiveItem[];
  hideEntity?: boolean;
}

/** The objectives that need somebody first, each with what is left of its budget. */
export const WorstObjectives = ({
  items,
  hideEntity,
}: WorstObjectivesProps) => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label="Most urgent objectives">
      {items.map(item => {
        const { objective, state } = item;
        return (
          <li key={objective.id} className={classes.item}>
            <div className={classes.line}>
              <span>
                <ObjectiveLink id={objective.id} title={objective.title} />
                {!hideEntity && (
                  <>
                    {' · '}
                    <EntityLink entityRef={objective.entityRef} />
                  </>
                )}
              </span>
              <span className={classes.chips}>
                <BurningChip state={state} />
                <ObjectiveStatusChip status={state?.status} />
              </span>
            </div>
            <BudgetBar label={objective.title} state={state} />
            <SourceNote item={item} />
          </li>
        );
      })}
    </ul>
  );
};
