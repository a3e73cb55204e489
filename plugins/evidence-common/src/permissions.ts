import { createPermission } from '@backstage/plugin-permission-common';

/** The resource behind evidence permissions is the entity; the resource ref is the entity ref. @public */
export const RESOURCE_TYPE_EVIDENCE_ENTITY = 'evidence-entity';

/** Records and facts of an entity, without the bytes. @public */
export const evidenceRecordReadPermission = createPermission({
  name: 'evidence.record.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EVIDENCE_ENTITY,
});

/** The bytes of an artifact. Apart from the record: artifacts can carry names, paths and messages. @public */
export const evidenceContentReadPermission = createPermission({
  name: 'evidence.content.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_EVIDENCE_ENTITY,
});

/** Push by a person. CI identities are ruled by the `evidence.producers` configuration instead. @public */
export const evidenceRecordCreatePermission = createPermission({
  name: 'evidence.record.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_EVIDENCE_ENTITY,
});

/** @public */
export const evidencePermissions = [
  evidenceRecordReadPermission,
  evidenceContentReadPermission,
  evidenceRecordCreatePermission,
];
