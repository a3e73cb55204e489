import {
  Objective,
  ObjectiveQuery,
} from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';

/** An objective as people see it. */
export function toObjective(kept: {
  id: string;
  tenant: string;
  definition: ObjectiveDefinition;
  queries: ObjectiveQuery[];
  ownerRef?: string;
}): Objective {
  const { id, tenant, definition, queries, ownerRef } = kept;
  const { rule, description, unitCost } = definition;
  return {
    id,
    tenant,
    entityRef: definition.entityRef,
    environment: definition.environment,
    slo: definition.slo,
    objective: definition.objective,
    title: definition.title,
    ...(description !== undefined && { description }),
    target: rule.target,
    budgetingMethod: rule.method,
    ...(rule.sliceMinutes !== undefined && { sliceMinutes: rule.sliceMinutes }),
    ...(rule.sliceTarget !== undefined && { sliceTarget: rule.sliceTarget }),
    window: definition.window,
    alertRows: definition.alertRows,
    queries,
    ...(unitCost && { unitCost }),
    ...(ownerRef !== undefined && { ownerRef }),
  };
}
