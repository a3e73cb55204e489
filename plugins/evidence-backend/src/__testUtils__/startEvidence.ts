import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import evidenceModuleCatalog from '@maestro-conductor/plugin-evidence-backend-module-catalog';
import evidenceModuleCi from '@maestro-conductor/plugin-evidence-backend-module-ci';
import {
  Fact,
  RecordManifestItem,
} from '@maestro-conductor/plugin-evidence-common';
import request from 'supertest';
import evidencePlugin from '..';
import { asSpecified } from './asSpecified';
import { component, group } from './entities';

function service(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'evidence',
  });
}

export const CI = service('external:ci-sample');
export const STRANGER = service('external:stranger');
export const OTHER_PLUGIN = service('plugin:readiness');
export const USER = mockCredentials.user.header('user:default/edda.engineer');
export const OTHER_USER = mockCredentials.user.header('user:default/lars.lead');
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

const PRODUCERS = [
  {
    subject: 'external:ci-sample',
    entities: ['gateway', 'billing'],
    kinds: ['coverage', 'tests', 'load', 'facts', 'sbom'],
    environments: ['production', 'staging'],
    facts: ['policy.*', 'chaos.*', 'repo.runbook.changed_at'],
  },
  {
    subject: 'user:default/Edda.Engineer',
    entities: ['gateway', 'secret'],
    kinds: ['coverage'],
    environments: ['production'],
  },
];

/** A push as a test writes it: file parts by name. */
export interface Push {
  items: unknown[];
  files?: Record<string, string | Buffer>;
  as?: string;
}

/** An item of the manifest that the sample producer may push. */
export const COVERAGE: RecordManifestItem = {
  file: 'lcov.info',
  entity: 'gateway',
  environment: 'production',
  commit: COMMIT,
  ref: 'refs/heads/main',
  run: '17',
  runUrl: 'https://ci.example.com/runs/17',
};

/** The real plugin with its real modules over HTTP; the catalog, permissions and audits in memory. */
export async function startEvidence(options: { retention?: object } = {}) {
  // Runs nothing by itself but what the plugin asks for at its start.
  const scheduler = mockServices.scheduler();
  /** What the catalog has; may be changed while it runs. */
  const entities: Entity[] = [
    component('gateway'),
    component('ledger'),
    group('edge-team'),
  ];
  const audits = jest.fn();
  const decide = jest.fn(
    (_permission: string) =>
      AuthorizeResult.ALLOW as AuthorizeResult.ALLOW | AuthorizeResult.DENY,
  );
  const auditor = mockServices.auditor.mock({
    createEvent: async event => ({
      success: async details => audits('success', event.eventId, details?.meta),
      fail: async details => audits('fail', event.eventId, details.error.name),
    }),
  });
  // Asked anew each time, because the mock keeps a copy of what it is made with.
  const catalog = catalogServiceMock.mock({
    getEntitiesByRefs: (...args) =>
      catalogServiceMock({ entities }).getEntitiesByRefs(...args),
    streamEntities: (...args) =>
      catalogServiceMock({ entities }).streamEntities(...args),
  });
  const backend: TestBackend = await startTestBackend({
    features: [
      evidencePlugin,
      evidenceModuleCi,
      evidenceModuleCatalog,
      catalog.factory,
      auditor.factory,
      mockServices.rootConfig.factory({
        data: {
          evidence: { producers: PRODUCERS, retention: options.retention },
        } as JsonObject,
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      mockServices.permissions.mock({
        authorize: async requests =>
          requests.map(({ permission }) => ({
            result: decide(permission.name),
          })),
        authorizeConditional: async requests =>
          requests.map(({ permission }) => ({
            result: decide(permission.name),
          })),
      }).factory,
    ],
  });

  const { server } = backend;
  function push({ items, files = {}, as = CI }: Push) {
    const sent = request(server)
      .post('/api/evidence/v1/records')
      .set('Authorization', as)
      .field('manifest', JSON.stringify(items));
    for (const [name, content] of Object.entries(files)) {
      sent.attach(name, Buffer.from(content), `reports/${name}`);
    }
    return sent.expect(asSpecified);
  }

  function get(path: string, as = OTHER_PLUGIN) {
    return request(server)
      .get(`/api/evidence${path}`)
      .set('Authorization', as)
      .expect(asSpecified);
  }

  async function facts(query: string): Promise<Map<string, Fact>> {
    const response = await get(`/v1/facts?${query}`).expect(200);
    return new Map(response.body.items.map((fact: Fact) => [fact.name, fact]));
  }

  const post = (path: string, as: string) =>
    request(server)
      .post(`/api/evidence${path}`)
      .set('Authorization', as)
      .expect(asSpecified);

  return {
    backend,
    scheduler,
    entities,
    audits,
    decide,
    push,
    get,
    post,
    facts,
  };
}
