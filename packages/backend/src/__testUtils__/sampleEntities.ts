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

const USER = 'user:default/sam-sample';

/** Any number of services `s0`, `s1` …, each owned by a team of its own, `team-0` …, whose member is the same person. */
export function manyServices(count: number): Entity[] {
  const user: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: 'sam-sample', namespace: 'default', etag: 'sam-1' },
    spec: { memberOf: [] },
    relations: [],
  };
  const services = Array.from({ length: count }, (_, i): Entity[] => [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Group',
      metadata: { name: `team-${i}`, namespace: 'default', etag: `team-${i}` },
      spec: { type: 'team', children: [] },
      relations: [{ type: 'hasMember', targetRef: USER }],
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: `s${i}`, namespace: 'default', etag: `s${i}` },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: `group:default/team-${i}`,
      },
      relations: [{ type: 'ownedBy', targetRef: `group:default/team-${i}` }],
    },
  ]);
  return [user, ...services.flat()];
}
