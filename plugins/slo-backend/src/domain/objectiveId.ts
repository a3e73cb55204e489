import { canonicalJson, sha256Hex } from '@maestro-conductor/backend-kit';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';

/** Stable while tenant, entity, environment, name of the SLO and of the objective are: 16 hexadecimal digits. */
export function objectiveId(
  tenant: string,
  definition: Pick<
    ObjectiveDefinition,
    'entityRef' | 'environment' | 'slo' | 'objective'
  >,
): string {
  const { entityRef, environment, slo, objective } = definition;
  const key = [tenant, entityRef, environment, slo, objective];
  return sha256Hex(canonicalJson(key)).slice(0, 16);
}
