import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import evidencePlugin from '@maestro-conductor/plugin-evidence-backend';
import evidenceModuleCatalog from '@maestro-conductor/plugin-evidence-backend-module-catalog';
import evidenceModuleCi from '@maestro-conductor/plugin-evidence-backend-module-ci';
import readinessPlugin from '@maestro-conductor/plugin-readiness-backend';
import request from 'supertest';
import { sampleEntities } from './sampleEntities';

/** The commit that samples are pushed for. */
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';

/** What the sample service is scored by. */
export const WEIGHTS = {
  coverage: 0.4,
  policy: 0.3,
  runbooks: 0.2,
  chaos_recency: 0.1,
};

/** A number that a pipeline may declare, and that is worth what it says. */
const DIMENSIONS = {
  policy: {
    title: 'Policy coverage',
    value: {
      function: 'linear',
      fact: 'policy.coverage',
      zeroAt: 0,
      fullAt: 1,
    },
  },
};

/** A scorecard as it is configured. A type, for an interface is no JSON to TypeScript. */
export type ScorecardSetup = {
  weights: Record<string, number>;
  threshold?: number;
};

const ci = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:ci-sample'),
  targetPluginId: 'evidence',
});

/**
 * Evidence and readiness with real schedulers, talking to each other over HTTP.
 *
 * @param options - what differs from a catalog of one service, a scorecard of WEIGHTS, and a database in memory
 */
export async function startReplica(
  options: {
    features?: BackendFeature[];
    entities?: Entity[];
    scorecard?: ScorecardSetup;
  } = {},
) {
  const {
    features = [],
    entities = sampleEntities,
    scorecard = { weights: WEIGHTS },
  } = options;
  const backend = await startTestBackend({
    features: [
      evidencePlugin,
      evidenceModuleCatalog,
      evidenceModuleCi,
      readinessPlugin,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost' },
          evidence: {
            producers: [
              {
                subject: 'external:ci-sample',
                entities: entities
                  .filter(({ kind }) => kind === 'Component')
                  .map(({ metadata }) => metadata.name),
                kinds: ['coverage', 'tests', 'load', 'facts'],
                environments: ['production'],
                facts: ['policy.*', 'chaos.*', 'repo.runbook.changed_at'],
              },
            ],
          },
          readiness: {
            scorecards: { prs: { ...scorecard, dimensions: DIMENSIONS } },
          },
        },
      }),
      ...features,
    ],
  });
  const { server } = backend;

  /** Pushes files as a pipeline does, to the sample service where no other is named. */
  const send = async (
    files: Record<string, string>,
    observedAt: string,
    run: string,
    entity = 'gateway',
  ) => {
    const items = Object.keys(files).map(file => ({
      file,
      entity,
      environment: 'production',
      commit: COMMIT,
      run,
      observedAt,
    }));
    const sent = request(server)
      .post('/api/evidence/v1/records')
      .set('authorization', ci)
      .field('manifest', JSON.stringify(items));
    for (const [name, content] of Object.entries(files)) {
      sent.attach(name, Buffer.from(content), name);
    }
    return await sent;
  };
  /** Pushes as `send` does; answers with the status of each. */
  const push = async (...what: Parameters<typeof send>): Promise<string[]> => {
    const { body } = await send(...what);
    return body.items.map((item: { status: string }) => item.status);
  };
  const authorization = mockCredentials.service.header();
  const get = async (path: string) =>
    await request(server)
      .get(`/api/readiness${path}`)
      .set('authorization', authorization);
  const gate = async (body: object) =>
    await request(server)
      .post('/api/readiness/v1/gate')
      .set('authorization', authorization)
      .send(body);
  /** The score of the sample service as lists have it; undefined where there is none. */
  const listedScore = async (): Promise<number | undefined> =>
    (await get('/v1/scores')).body.items?.[0]?.score;
  return { backend, send, push, get, gate, listedScore };
}
