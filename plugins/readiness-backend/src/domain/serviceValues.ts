import { Score, Verdict } from '@maestro-conductor/plugin-readiness-common';

/** Verdict of each dimension and its value, 0 to 1, by name. */
export type ServiceValues = Record<string, [verdict: Verdict, value: number]>;

/** The small form of a score that lists are filtered by and teams are computed from. */
export function serviceValues(score: Pick<Score, 'dimensions'>): ServiceValues {
  const values: ServiceValues = {};
  for (const { name, verdict, value } of score.dimensions) {
    values[name] = [verdict, value];
  }
  return values;
}
