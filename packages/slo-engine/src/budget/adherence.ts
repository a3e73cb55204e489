import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';

/**
 * Share of objectives that are met, 0 to 1: those that are ok or at a warning. What had no traffic is left out; what cannot be told is not met.
 * Undefined where nothing is left to count.
 *
 * @public
 */
export function adherence(
  states: Iterable<Pick<ObjectiveState, 'status'>>,
): number | undefined {
  let met = 0;
  let counted = 0;
  for (const { status } of states) {
    if (status === 'no-traffic') continue;
    counted += 1;
    if (status === 'ok' || status === 'warning') met += 1;
  }
  return counted === 0 ? undefined : met / counted;
}
