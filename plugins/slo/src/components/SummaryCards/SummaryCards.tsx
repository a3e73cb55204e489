import { Grid } from '@backstage/ui';
import {
  BoardSummary,
  ObjectiveItem,
  ObjectiveStatus,
} from '@maestro-conductor/plugin-slo-common';
import { LoadView, tokens } from '@maestro-conductor/ui';
import { useHighlights, useNow } from '../../hooks';
import { BoardFilter, scopeOf } from '../../lib/boardFilter';
import { cannotTell } from '../../lib/cannotTell';
import { burningText, usedUpText } from '../../lib/highlightText';
import { refName } from '../../lib/refName';
import { ObjectiveLink } from '../ObjectiveLink';
import { SummaryCard } from './SummaryCard';

const UNKNOWN: ObjectiveStatus[] = ['insufficient-data', 'no-traffic'];
const USED_UP: ObjectiveStatus[] = ['breached'];
const muted = { color: tokens.muted };

interface WorstProps {
  item?: ObjectiveItem;
  /** Why it is the worst. */
  text?: string;
  /** Where there is none. */
  none: string;
}

const Worst = ({ item, text, none }: WorstProps) =>
  item ? (
    <>
      <b>
        <ObjectiveLink
          id={item.objective.id}
          title={`${refName(item.objective.entityRef)}: ${
            item.objective.title
          }`}
        />
      </b>
      <div style={muted}>{text}</div>
    </>
  ) : (
    <span style={muted}>{none}</span>
  );

const same = (a: readonly string[], b: readonly string[] = []) =>
  a.length === b.length && a.every(value => b.includes(value));

interface SummaryCardsProps {
  summary: BoardSummary;
  filter: BoardFilter;
  onFilter(filter: BoardFilter): void;
}

/** What burns now, whose budget is used up, and what cannot be told. Each card filters the board. */
export const SummaryCards = (props: SummaryCardsProps) => {
  const { summary, filter, onFilter } = props;
  const scope = scopeOf(filter);
  const highlights = useHighlights(scope);
  const now = new Date(useNow());
  const unknown = cannotTell(summary);
  const usedUp = summary.byStatus.breached;
  const byStatus = (statuses: ObjectiveStatus[]) =>
    same(statuses, filter.statuses) && !filter.burning;
  const toggle = (active: boolean, next: BoardFilter) => () =>
    onFilter(active ? scope : { ...scope, ...next });
  const burning = filter.burning === true && !filter.statuses;
  return (
    <Grid.Root columns={{ initial: '1', md: '3' }} gap="4">
      <SummaryCard
        title="Burning now"
        count={summary.burning}
        tone="bad"
        active={burning}
        onToggle={
          summary.burning > 0 || burning
            ? toggle(burning, { burning: true })
            : undefined
        }
      >
        <LoadView load={highlights} what="what burns fastest" lines={2}>
          {({ burning: worst }) => (
            <Worst
              item={worst}
              text={worst && burningText(worst, now)}
              none="No alert fires."
            />
          )}
        </LoadView>
      </SummaryCard>
      <SummaryCard
        title="Budget used up"
        count={usedUp}
        tone="bad"
        active={byStatus(USED_UP)}
        onToggle={
          usedUp > 0 || byStatus(USED_UP)
            ? toggle(byStatus(USED_UP), { statuses: USED_UP })
            : undefined
        }
      >
        <LoadView load={highlights} what="what is overspent most" lines={2}>
          {({ usedUp: worst }) => (
            <Worst
              item={worst}
              text={worst && usedUpText(worst, now)}
              none="Every budget that can be told has something left."
            />
          )}
        </LoadView>
      </SummaryCard>
      <SummaryCard
        title="Cannot tell"
        count={unknown.count}
        tone="unknown"
        active={byStatus(UNKNOWN)}
        onToggle={
          unknown.count > summary.pending || byStatus(UNKNOWN)
            ? toggle(byStatus(UNKNOWN), { statuses: UNKNOWN })
            : undefined
        }
      >
        {unknown.count > 0 ? (
          <>
            <div>{unknown.reasons.join(' · ')}</div>
            <div style={muted}>None of them counts as met.</div>
          </>
        ) : (
          <span style={muted}>Enough was seen of every objective.</span>
        )}
      </SummaryCard>
    </Grid.Root>
  );
};
