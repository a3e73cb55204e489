import { Entity } from '@backstage/catalog-model';

/** A service of a team. @internal */
export const component = (
  name: string,
  owner: string,
  extra?: Partial<Entity>,
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', etag: `etag-${name}` },
  spec: { type: 'service', lifecycle: 'production', owner },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  ...extra,
});

/** A team in a team. @internal */
export const group = (
  name: string,
  parent?: string,
  children?: string[],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default', etag: `etag-${name}` },
  spec: { type: 'team', parent, children: children ?? [] },
});
