import {
  ObjectiveItem,
  ObjectivePage,
  ObjectiveState,
} from '@maestro-conductor/plugin-slo-common';
import { table } from './table';

/**
 * A board for people: how many are what, then each objective with its numbers, its reason and where to see more.
 *
 * @internal
 */
export function formatSloStatus(
  { items, summary }: Pick<ObjectivePage, 'items' | 'summary'>,
  options: { url: string },
): string {
  const counts = Object.entries(summary.byStatus)
    .filter(([, count]) => count > 0)
    .map(([status, count]) => `${count} ${status}`);
  const head = table([
    ['objectives', `${summary.total}`, counts.join(', ')],
    ['burning', `${summary.burning}`],
  ]);
  return `${head}\n${table(items.flatMap(item => rows(item, options)))}`;
}

function rows(
  { objective, state, sourceProblem }: ObjectiveItem,
  { url }: { url: string },
): string[][] {
  const { title, entityRef, target } = objective;
  const more = (text: string) => [`    ${text}`];
  return [
    [
      state?.status ?? 'pending',
      title,
      entityRef,
      `${percent(state?.actual, target)} of ${percent(target, target)}`,
      state ? budget(state) : 'not evaluated yet',
    ],
    ...(state ? [more(state.reason)] : []),
    ...(state ? burning(state).map(more) : []),
    ...(sourceProblem
      ? [more(`since ${sourceProblem.since}: ${sourceProblem.message}`)]
      : []),
    more(`${url}/slo/objectives/${objective.id}`),
  ];
}

function budget({ budgetLeft, budgetLeftMinutes }: ObjectiveState): string {
  if (budgetLeft === undefined) return 'budget unknown';
  const share = `${(budgetLeft * 100).toFixed(1)} % of the budget left`;
  return budgetLeftMinutes === undefined
    ? share
    : `${share}, ${budgetLeftMinutes.toFixed(0)} min`;
}

function burning({ burns }: ObjectiveState): string[] {
  return burns
    .filter(({ firing }) => firing)
    .map(
      ({ row, long, since }) =>
        `burning (${row})${
          long === undefined ? '' : ` at ${long.toFixed(1)} times the rate`
        }${since ? ` since ${since}` : ''}`,
    );
}

/** With as many digits as the target needs, and one more. */
function percent(share: number | undefined, target: number): string {
  if (share === undefined) return 'unknown';
  const [, decimals = ''] = String(Number((target * 100).toFixed(6))).split(
    '.',
  );
  const digits = share === target ? decimals.length : decimals.length + 1;
  // Cut, not rounded: 94.96 of 95 must not read as met.
  const factor = 10 ** digits;
  const cut = Math.floor(share * 100 * factor + 1e-9) / factor;
  return `${cut.toFixed(digits)} %`;
}
