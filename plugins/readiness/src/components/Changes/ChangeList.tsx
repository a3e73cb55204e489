import { Text, VisuallyHidden } from '@backstage/ui';
import { DimensionChange } from '@maestro-conductor/plugin-readiness-common';
import { StatusChip, tokens, VerdictChip } from '@maestro-conductor/ui';
import { makeStyles } from '@material-ui/core/styles';
import { CAUSE_WORDS, ChangeStep } from '../../lib/scoreChanges';
import { EvidenceLinks } from '../EvidenceLinks';
import { ChangeBar } from './ChangeBar';

const useStyles = makeStyles({
  list: { listStyle: 'none', margin: 0, padding: 0 },
  item: {
    display: 'grid',
    gridTemplateColumns: 'minmax(180px, 1fr) minmax(0, 2fr) 210px',
    gap: '4px 16px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.line}`,
    '@media (max-width: 767px)': { gridTemplateColumns: '1fr' },
  },
  verdicts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 6,
    marginBottom: 4,
  },
});

interface ChangeListProps {
  /** Names the list. */
  label: string;
  items: readonly ChangeStep[];
}

/** The verdict then and now; one chip where it is the same. */
const Verdicts = ({ item }: { item: DimensionChange }) => {
  const { verdictBefore, verdictAfter } = item;
  const differs = verdictBefore && verdictBefore !== verdictAfter;
  return (
    <>
      {differs && (
        <>
          <VerdictChip verdict={verdictBefore} />
          <span aria-hidden="true">→</span>
          <VisuallyHidden>then</VisuallyHidden>
        </>
      )}
      {verdictAfter && <VerdictChip verdict={verdictAfter} />}
    </>
  );
};

/** What moved, dimension by dimension: by how much, why, what to do, and which evidence says so. */
export const ChangeList = ({ label, items }: ChangeListProps) => {
  const classes = useStyles();
  return (
    <ul className={classes.list} aria-label={label}>
      {items.map(item => (
        <li key={item.name} className={classes.item}>
          <div>
            <Text as="p" weight="bold">
              {item.title}
            </Text>
            <ChangeBar step={item} />
            <VisuallyHidden>points</VisuallyHidden>
          </div>
          <div>
            <div className={classes.verdicts}>
              <Verdicts item={item} />
              {item.cause && (
                <StatusChip tone="neutral">
                  {CAUSE_WORDS[item.cause]}
                </StatusChip>
              )}
            </div>
            {item.reason && <Text as="p">{item.reason}</Text>}
            {item.change < 0 && item.nextStep && (
              <Text as="p" variant="body-small">
                <b>Next step:</b> {item.nextStep}
              </Text>
            )}
          </div>
          <EvidenceLinks facts={item.facts} />
        </li>
      ))}
    </ul>
  );
};
