import { ObjectiveDetail } from '@maestro-conductor/plugin-slo-common';

/** What somebody who owns the objective should do now, in a sentence. */
export function nextAction(
  item: Pick<ObjectiveDetail, 'state' | 'sourceProblem' | 'objective'>,
): string {
  const { state, sourceProblem, objective } = item;
  if (sourceProblem) {
    return 'Mend the source first: the numbers are those of its last answer.';
  }
  if (!state) return 'Wait for the first evaluation: it takes about a minute.';
  const firing = new Set(
    state.burns.filter(burn => burn.firing).map(({ row }) => row),
  );
  const pages = objective.alertRows.some(
    ({ name, severity }) => severity === 'page' && firing.has(name),
  );
  if (pages) return 'Act now: follow the runbook, and stop what burns.';
  if (firing.size > 0) {
    return 'Plan a fix within days: the budget goes faster than it may.';
  }
  switch (state.status) {
    case 'breached':
      return 'Put reliability before features until the budget is back, and find out what spent it.';
    case 'warning':
      return 'Release with care: little of the budget is left.';
    case 'insufficient-data':
      return state.coverage.lastSampleAt
        ? 'Find out why samples are missing: look at the queries below, and at when the last one came.'
        : 'Let the first samples come: push counts, or check the queries below against their source.';
    case 'no-traffic':
      return 'Check that the queries count the right thing: the source answers, and there is nothing to count.';
    default:
      return 'Nothing to do.';
  }
}
