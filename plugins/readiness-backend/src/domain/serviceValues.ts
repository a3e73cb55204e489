import {
  Score,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';

/** Stands for a dimension of which nothing is known, so that it is never taken for a 0. */
export const NO_DATA_VERDICT = 'no-data';

/** Value of each dimension by name; `no-data` where nothing is known, null where the dimension does not apply. */
export type ServiceValues = Record<
  string,
  number | typeof NO_DATA_VERDICT | null
>;

/** The small form of a score that lists of teams are computed from. */
export function serviceValues(score: Pick<Score, 'dimensions'>): ServiceValues {
  return Object.fromEntries(
    score.dimensions.map(({ name, verdict, value }) => {
      if (verdict === NO_DATA_VERDICT) return [name, NO_DATA_VERDICT];
      return [name, VERDICT_COUNTING[verdict].counts ? value : null];
    }),
  );
}
