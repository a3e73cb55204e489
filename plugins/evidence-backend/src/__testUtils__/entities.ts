import { Entity } from '@backstage/catalog-model';

/** A plainly fictional component as the catalog has it; each call with the same arguments gives the same etag. */
export function component(
  name: string,
  overrides: {
    annotations?: Record<string, string>;
    owner?: string;
    description?: string;
  } = {},
): Entity {
  const owner = overrides.owner ?? 'group:default/edge-team';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace: 'default',
      name,
      uid: `uid-${name}`,
      etag: `etag-${name}-${JSON.stringify(overrides).length}`,
      description: overrides.description,
      annotations: overrides.annotations,
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

/** A group without parents. */
export function group(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'default', name, etag: `etag-${name}` },
    spec: { type: 'team', children: [] },
  };
}
