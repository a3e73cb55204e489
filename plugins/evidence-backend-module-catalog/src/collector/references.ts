import {
  DEFAULT_NAMESPACE,
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * The full lower-case reference that a field of `spec` holds, `undefined` where it holds none that can be understood.
 * Short forms are completed as the catalog does it: by the kind that the field expects and the entity's namespace.
 *
 * @internal
 */
export function referenceIn(
  entity: Entity,
  field: 'owner' | 'system',
): string | undefined {
  const value = entity.spec?.[field];
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  try {
    const ref = parseEntityRef(value.trim(), {
      defaultKind: field === 'owner' ? 'group' : 'system',
      defaultNamespace: entity.metadata.namespace ?? DEFAULT_NAMESPACE,
    });
    return stringifyEntityRef(ref);
  } catch (error) {
    // The only thing parseEntityRef throws on a non-empty text: it is no reference. It then names nothing that exists.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}
