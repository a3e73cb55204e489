import { createPermission } from '@backstage/plugin-permission-common';

/** The resource behind readiness permissions is the entity; the resource ref is the entity ref. @public */
export const RESOURCE_TYPE_READINESS_ENTITY = 'readiness-entity';

/** Scores, their history and the team lists. @public */
export const readinessScoreReadPermission = createPermission({
  name: 'readiness.score.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_READINESS_ENTITY,
});

/** Recompute all scores now. For administrators. @public */
export const readinessScoreEvaluatePermission = createPermission({
  name: 'readiness.score.evaluate',
  attributes: { action: 'update' },
});

/** Ask the gate, which keeps a decision. @public */
export const readinessGateAskPermission = createPermission({
  name: 'readiness.gate.ask',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_READINESS_ENTITY,
});

/** Read decisions of the gate. @public */
export const readinessGateReadPermission = createPermission({
  name: 'readiness.gate.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_READINESS_ENTITY,
});

/** @public */
export const readinessPermissions = [
  readinessScoreReadPermission,
  readinessScoreEvaluatePermission,
  readinessGateAskPermission,
  readinessGateReadPermission,
];
