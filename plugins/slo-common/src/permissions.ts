import { createPermission } from '@backstage/plugin-permission-common';

/** The resource behind SLO permissions is the entity; the resource ref is the entity ref. @public */
export const RESOURCE_TYPE_SLO_ENTITY = 'slo-entity';

/** Objectives, their budgets, burns and charts. @public */
export const sloObjectiveReadPermission = createPermission({
  name: 'slo.objective.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_SLO_ENTITY,
});

/** Push counts. A CI identity needs an entry of `evidence.producers` besides. @public */
export const sloSampleCreatePermission = createPermission({
  name: 'slo.sample.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_SLO_ENTITY,
});

/** See all documents with what is wrong in them. For administrators; errors of an entity's own documents stand beside its objectives. @public */
export const sloDocumentReadPermission = createPermission({
  name: 'slo.document.read',
  attributes: { action: 'read' },
});

/** @public */
export const sloPermissions = [
  sloObjectiveReadPermission,
  sloSampleCreatePermission,
  sloDocumentReadPermission,
];
