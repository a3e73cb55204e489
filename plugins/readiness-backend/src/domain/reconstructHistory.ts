import { Entity } from '@backstage/catalog-model';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  ScoreHistoryPoint,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { evaluateScorecard } from './evaluateScorecard';
import { historyPoint } from './historyPoint';
import { selectFacts } from './selectFacts';
import { DAY_MS, endOfUtcDay, startOfUtcDay } from './utcDay';

/** Days that are worked out afterwards at most. */
export const MAX_RECONSTRUCTED_DAYS = 90;

/** What days before the first evaluation are worked out from. */
export interface ReconstructionInput {
  definition: ScorecardDefinition;
  tenant: string;
  entityRef: string;
  environment: string;
  entity: Entity;
  /** Every value of the facts that the scorecard reads, of the default branch. */
  history: readonly Fact[];
  /** When the entity was first evaluated: days from this one on were measured and are left alone. */
  firstMeasured: Date;
}

/** Collected facts have no history from before they were first collected. */
function isCollected(fact: Fact): boolean {
  return fact.source.startsWith('collector:');
}

function earliestPerName(facts: readonly Fact[]): Fact[] {
  const earliest = new Map<string, Fact>();
  for (const fact of facts) {
    const known = earliest.get(fact.name);
    if (!known || fact.observedAt < known.observedAt) {
      earliest.set(fact.name, fact);
    }
  }
  return [...earliest.values()];
}

/**
 * One point per UTC day, at the day's end, from the day of the first evidence (90 days at most) to the day before the first
 * evaluation. Each is judged by the facts observed until then. What the catalog said before anyone asked is not known: such a day
 * takes the earliest that was collected, and like every point made here it is marked `reconstructed`.
 */
export function reconstructHistory(
  input: ReconstructionInput,
): ScoreHistoryPoint[] {
  const { history, firstMeasured, environment } = input;
  const observed = history.filter(
    fact => !isCollected(fact) && fact.defaultBranch,
  );
  if (observed.length === 0) return [];

  const end = startOfUtcDay(firstMeasured).getTime();
  const firstEvidence = Math.min(
    ...observed.map(fact => startOfUtcDay(new Date(fact.observedAt)).getTime()),
  );
  const start = Math.max(firstEvidence, end - MAX_RECONSTRUCTED_DAYS * DAY_MS);
  const collected = history.filter(isCollected);
  const background = earliestPerName(collected);

  const points: ScoreHistoryPoint[] = [];
  for (let day = start; day < end; day += DAY_MS) {
    const now = endOfUtcDay(new Date(day));
    const until = (fact: Fact) => Date.parse(fact.observedAt) <= now.getTime();
    const facts = selectFacts(
      [...background, ...collected.filter(until), ...observed.filter(until)],
      { environment },
    );
    points.push(
      historyPoint(evaluateScorecard({ ...input, facts, now }), true),
    );
  }
  return points;
}
