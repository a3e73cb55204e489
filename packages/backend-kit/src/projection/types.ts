import { Entity } from '@backstage/catalog-model';

/**
 * An entity as a projection keeps it.
 *
 * @public
 */
export interface ProjectedEntity {
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  tenant: string;
  /** Lower-case. */
  kind: string;
  /** Lower-case. */
  namespace: string;
  /** As written in the catalog. */
  name: string;
  /** The name where the entity has no title. */
  title: string;
  type?: string;
  lifecycle?: string;
  /** The first owner, lower-case. */
  ownerRef?: string;
  systemRef?: string;
  /** `''` where the catalog gave none. */
  etag: string;
  /** Without `spec.definition`. */
  entity: Entity;
  /** When it was found to be gone from the catalog. Absent for a living entity. */
  deletedAt?: Date;
}

/** Which group lies in which. @public */
export interface GroupEdge {
  childRef: string;
  parentRef: string;
}

/** A row of the closure over nested groups. @public */
export interface GroupClosureRow {
  ancestorRef: string;
  descendantRef: string;
  /** Steps from ancestor to descendant by the shortest way; 0 is the group itself. */
  depth: number;
}
