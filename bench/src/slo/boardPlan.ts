import { SampleSize } from '../readiness/sample';

/** How much is evaluated and listed. */
export interface BoardPlan {
  size: SampleSize;
  repeats: { recompute: number; evaluate: number; board: number };
}

/** How an objective counts what its SLO is about, and how many requests a minute and errors of them there are. */
export interface ObjectiveKind {
  name: string;
  /** `budgetingMethod` of its document, and what goes with it. */
  method: 'Occurrences' | 'Timeslices';
  /** Requests a minute, on average over a day. */
  requests: number;
  /** Share of the requests that fail, so many days ago. */
  errors(daysAgo: number): number;
}

/** Each component has one objective of each kind: fine, with little budget left, used up, and nearly idle. */
export const KINDS: readonly ObjectiveKind[] = [
  { name: 'reads', method: 'Occurrences', requests: 60, errors: () => 0.002 },
  {
    name: 'writes',
    method: 'Occurrences',
    requests: 60,
    errors: ago => (ago > 10 && ago <= 20 ? 0.023 : 0.001),
  },
  {
    name: 'search',
    method: 'Timeslices',
    requests: 60,
    errors: ago => (ago > 10 && ago <= 20 ? 0.06 : 0.002),
  },
  { name: 'export', method: 'Occurrences', requests: 0.5, errors: () => 0.004 },
];

/** 2,000 objectives of 500 components, or 200 to see that it runs. */
export function boardPlanFor(quick: boolean): BoardPlan {
  return quick
    ? {
        size: { components: 50, groups: 10 },
        repeats: { recompute: 1, evaluate: 1, board: 5 },
      }
    : {
        size: { components: 500, groups: 50 },
        repeats: { recompute: 2, evaluate: 5, board: 100 },
      };
}

/** How many objectives there are. */
export function objectivesOf({ size }: BoardPlan): number {
  return size.components * KINDS.length;
}

/** Name of the SLO of a kind of a component. Names are unique in a folder of documents. */
export function sloOf(entityRef: string, { name }: ObjectiveKind): string {
  return `${name}-of-${entityRef.split('/')[1]}`;
}

/** What `like` of SQL finds the SLOs of a kind by. */
export function slosLike({ name }: ObjectiveKind): string {
  return `${name}-of-%`;
}
