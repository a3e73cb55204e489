/** How much is measured. Minutes are counted since 1970. */
export interface Plan {
  objectives: number;
  /** So many of them have data for their whole window; the others for the longest window of an alert row. */
  whole: number;
  wholeDays: number;
  /** Moments at which everything is evaluated, a minute apart. */
  evaluations: number;
  /** The last of them. */
  now: number;
}

const LONGEST_ROW_MINUTES = 3 * 1_440;
/** What is asked looks a little back. */
const MARGIN_MINUTES = 120;

/** A plan that ends some minutes ago, so that nothing is in the future. */
export function planFor(quick: boolean): Plan {
  const now = Math.floor(Date.now() / 60_000) - 10;
  return quick
    ? { objectives: 50, whole: 3, wholeDays: 7, evaluations: 1, now }
    : { objectives: 500, whole: 20, wholeDays: 30, evaluations: 3, now };
}

/** The first minute with data of an objective. */
export function firstMinuteOf(plan: Plan, objective: number): number {
  const minutes =
    objective < plan.whole ? plan.wholeDays * 1_440 : LONGEST_ROW_MINUTES;
  return plan.now - minutes - MARGIN_MINUTES;
}
