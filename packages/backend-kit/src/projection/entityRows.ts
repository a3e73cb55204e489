import { ProjectedEntity } from './types';

/** @internal */
export interface EntityRow {
  entity_ref: string;
  tenant: string;
  kind: string;
  namespace: string;
  name: string;
  title: string;
  sort_title: string;
  type: string | null;
  lifecycle: string | null;
  owner_ref: string | null;
  system_ref: string | null;
  etag: string;
  entity: string;
  /** PostgreSQL gives a Date, SQLite the milliseconds since 1970. */
  deleted_at: Date | number | string | null;
}

/** @internal */
export function toRow(projected: ProjectedEntity): EntityRow {
  return {
    entity_ref: projected.entityRef,
    tenant: projected.tenant,
    kind: projected.kind,
    namespace: projected.namespace,
    name: projected.name,
    title: projected.title,
    sort_title: projected.title.toLocaleLowerCase('en-US'),
    type: projected.type ?? null,
    lifecycle: projected.lifecycle ?? null,
    owner_ref: projected.ownerRef ?? null,
    system_ref: projected.systemRef ?? null,
    etag: projected.etag,
    entity: JSON.stringify(projected.entity),
    deleted_at: projected.deletedAt ?? null,
  };
}

/** @internal */
export function fromRow(row: EntityRow): ProjectedEntity {
  return {
    entityRef: row.entity_ref,
    tenant: row.tenant,
    kind: row.kind,
    namespace: row.namespace,
    name: row.name,
    title: row.title,
    type: row.type ?? undefined,
    lifecycle: row.lifecycle ?? undefined,
    ownerRef: row.owner_ref ?? undefined,
    systemRef: row.system_ref ?? undefined,
    etag: row.etag,
    entity: JSON.parse(row.entity),
    deletedAt: row.deleted_at === null ? undefined : new Date(row.deleted_at),
  };
}
