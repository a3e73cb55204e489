import { PushedSeries } from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';
import { nearest } from './nearest';
import { PushError, pushError } from './pushError';
import { PUSHED, sourceTypeOf } from './sourceTypeOf';

/** A declared objective that samples may be for. */
export interface PushTarget {
  id: string;
  entityRef: string;
  environment: string;
  definition: ObjectiveDefinition;
}

/** The objective that a series is of, among those of its entity and environment. */
export function findTarget(
  { slo, objective }: Pick<PushedSeries, 'slo' | 'objective'>,
  place: { entityRef: string; environment: string },
  targets: readonly PushTarget[],
): PushTarget | PushError {
  const where = `${place.entityRef} in ${place.environment}`;
  const ofSlo = targets.filter(({ definition }) => definition.slo === slo);
  if (ofSlo.length === 0) {
    const names = targets.map(({ definition }) => definition.slo);
    return pushError(
      'UnknownObjective',
      'slo',
      `${where} has no SLO ${slo}. ${hint(slo, names)}`,
    );
  }
  const found =
    objective === undefined && ofSlo.length === 1
      ? ofSlo[0]
      : ofSlo.find(({ definition }) => definition.objective === objective);
  if (!found) {
    const names = ofSlo.map(({ definition }) => definition.objective);
    return pushError(
      'UnknownObjective',
      'objective',
      objective === undefined
        ? `${slo} has several objectives: name one of ${names.join(', ')}`
        : `${slo} of ${where} has no objective ${objective}. ${hint(
            objective,
            names,
          )}`,
    );
  }
  const type = sourceTypeOf(found.definition);
  return type === PUSHED
    ? found
    : pushError(
        'InvalidField',
        'slo',
        `the samples of ${slo} come from ${type}. Declare its metrics with the type ${PUSHED} to push them`,
      );
}

function hint(wanted: string, names: readonly string[]): string {
  const near = nearest(wanted, names);
  if (near.length > 0) return `Did you mean ${near.join(' or ')}?`;
  return names.length > 0
    ? `There are ${[...new Set(names)].slice(0, 10).join(', ')}.`
    : 'It has none that are declared: the portal reads documents every few minutes.';
}
