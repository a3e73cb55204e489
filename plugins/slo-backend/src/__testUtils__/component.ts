import { Entity } from '@backstage/catalog-model';

/** A component as the catalog gives it. */
export function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', etag: name },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/sample',
    },
  };
}
