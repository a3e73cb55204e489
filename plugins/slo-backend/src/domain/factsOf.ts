import { ObjectiveState } from '@maestro-conductor/plugin-slo-common';
import { adherence } from '@maestro-conductor/slo-engine';

/** What is told of an entity and environment: names and values. */
export interface SloFact {
  name: 'slo.adherence' | 'slo.budget.worst' | 'slo.burn.worst';
  value: number;
  unit?: 'ratio';
}

/**
 * The facts that the states of an entity's objectives come to. What is not known is absent: adherence where no objective counts, budget and burn where
 * none is known.
 */
export function factsOf(states: readonly ObjectiveState[]): SloFact[] {
  const met = adherence(states);
  const budgets = states.flatMap(({ budgetLeft }) => budgetLeft ?? []);
  const burn = worstBurn(states);
  return [
    ...(met === undefined
      ? []
      : [{ name: 'slo.adherence', value: met, unit: 'ratio' } as const]),
    ...(budgets.length === 0
      ? []
      : [
          {
            name: 'slo.budget.worst',
            value: Math.min(...budgets),
            unit: 'ratio',
          } as const,
        ]),
    ...(burn === undefined
      ? []
      : [{ name: 'slo.burn.worst', value: burn } as const]),
  ];
}

/** The highest rate over the long window of an alert row that fires; where none does, the highest of the last hour. */
function worstBurn(states: readonly ObjectiveState[]): number | undefined {
  const firing = states
    .flatMap(({ burns }) => burns)
    .flatMap(burn => (burn.firing ? burn.long ?? [] : []));
  const lastHour = states.flatMap(({ burnRates }) => burnRates['1h'] ?? []);
  const rates = firing.length > 0 ? firing : lastHour;
  return rates.length > 0 ? Math.max(...rates) : undefined;
}
