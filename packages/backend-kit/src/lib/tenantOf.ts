import { Entity } from '@backstage/catalog-model';

/** The annotation that binds an entity to a tenant. @public */
export const TENANT_ANNOTATION = 'maestro-conductor.dev/tenant';

/** The tenant of an entity that names none. @public */
export const DEFAULT_TENANT = 'default';

/** Characters, as wide as the columns that hold it. */
const MAX_TENANT_LENGTH = 255;

/**
 * The tenant an entity belongs to: the first 255 characters of its annotation `maestro-conductor.dev/tenant`, else
 * `default`.
 *
 * @public
 */
export function tenantOf(entity: Entity): string {
  const named = entity.metadata.annotations?.[TENANT_ANNOTATION]?.trim();
  return named?.slice(0, MAX_TENANT_LENGTH) || DEFAULT_TENANT;
}
