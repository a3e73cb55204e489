import { Entity } from '@backstage/catalog-model';

/** A service with a runbook, and the team that owns it. */
export const sampleEntities: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'edge-team', namespace: 'default', etag: 'edge-team-1' },
    spec: { type: 'team', children: [] },
    relations: [],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'gateway',
      namespace: 'default',
      title: 'The gateway',
      etag: 'gateway-1',
      annotations: {
        'maestro-conductor.dev/runbook': 'https://docs.example.com/gateway',
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'group:default/edge-team',
    },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/edge-team' }],
  },
];
