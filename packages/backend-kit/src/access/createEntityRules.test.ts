import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { ProjectedEntity } from '../projection/types';
import { createEntityRules } from './createEntityRules';

const permission = createPermission({
  name: 'test.record.read',
  attributes: { action: 'read' },
  resourceType: 'test-entity',
});

const gateway: ProjectedEntity = {
  entityRef: 'component:default/gateway',
  tenant: 'acme',
  kind: 'component',
  namespace: 'default',
  name: 'gateway',
  title: 'gateway',
  etag: '',
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'gateway', labels: { tier: '1' } },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/edge-team' }],
  },
};

describe('createEntityRules', () => {
  const { resourceRef, rules, conditions, createConditionalDecision } =
    createEntityRules('test-entity');

  it('is of the plugin that the resource type names', () => {
    expect(resourceRef).toMatchObject({
      pluginId: 'test',
      resourceType: 'test-entity',
    });
  });

  it('decides in a running backend what a policy left open', async () => {
    const { server } = await startTestBackend({
      features: [
        mockServices.rootConfig.factory(),
        createBackendPlugin({
          pluginId: 'test',
          register(env) {
            env.registerInit({
              deps: { registry: coreServices.permissionsRegistry },
              async init({ registry }) {
                registry.addResourceType({
                  resourceRef,
                  permissions: [permission],
                  rules: Object.values(rules),
                  getResources: async refs =>
                    refs.map(ref =>
                      ref === gateway.entityRef ? gateway : undefined,
                    ),
                });
              },
            });
          },
        }),
      ],
    });
    const metadata = await request(server)
      .get('/api/test/.well-known/backstage/permissions/metadata')
      .expect(200);
    expect(
      metadata.body.rules.map((rule: { name: string }) => rule.name).sort(),
    ).toEqual([
      'HAS_ANNOTATION',
      'HAS_LABEL',
      'HAS_METADATA',
      'HAS_SPEC',
      'HAS_TENANT',
      'IS_ENTITY_KIND',
      'IS_ENTITY_OWNER',
    ]);

    const edge = conditions.isEntityOwner({
      claims: ['group:default/edge-team'],
    });
    const acme = conditions.hasTenant({ tenants: ['acme'] });
    const tierTwo = conditions.hasLabel({ label: 'tier', value: '2' });
    const cases: [
      Parameters<typeof createConditionalDecision>[1],
      AuthorizeResult,
    ][] = [
      [{ allOf: [edge, acme, { not: tierTwo }] }, AuthorizeResult.ALLOW],
      [{ anyOf: [tierTwo, { not: edge }] }, AuthorizeResult.DENY],
    ];
    for (const [criteria, result] of cases) {
      const decision = createConditionalDecision(permission, criteria);
      const { body } = await request(server)
        .post('/api/test/.well-known/backstage/permissions/apply-conditions')
        .set('Authorization', mockCredentials.service.header())
        .send({
          items: [
            {
              id: '1',
              resourceRef: [gateway.entityRef, 'component:default/none'],
              resourceType: 'test-entity',
              conditions: decision.conditions,
            },
          ],
        })
        .expect(200);
      expect(body.items).toEqual([
        { id: '1', result: [result, AuthorizeResult.DENY] },
      ]);
    }
  });
});
