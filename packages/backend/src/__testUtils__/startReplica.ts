import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { BackendFeature } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
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
  slo: 0.3,
  runbooks: 0.2,
  chaos_recency: 0.1,
};

const ci = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('external:ci-sample'),
  targetPluginId: 'evidence',
});

/** Evidence and readiness with real schedulers, talking to each other over HTTP, on a catalog of one service. */
export async function startReplica(...features: BackendFeature[]) {
  const backend = await startTestBackend({
    features: [
      evidencePlugin,
      evidenceModuleCatalog,
      evidenceModuleCi,
      readinessPlugin,
      schedulerServiceFactory,
      catalogServiceMock.factory({ entities: sampleEntities }),
      mockServices.rootConfig.factory({
        data: {
          evidence: {
            producers: [
              {
                subject: 'external:ci-sample',
                entities: ['gateway'],
                kinds: ['coverage', 'tests', 'load', 'facts'],
                environments: ['production'],
                facts: ['slo.*', 'chaos.*', 'repo.runbook.changed_at'],
              },
            ],
          },
          readiness: { scorecards: { prs: { weights: WEIGHTS } } },
        },
      }),
      ...features,
    ],
  });
  const { server } = backend;

  /** Pushes files as a pipeline does; answers with the status of each. */
  const push = async (
    files: Record<string, string>,
    observedAt: string,
    run: string,
  ): Promise<string[]> => {
    const items = Object.keys(files).map(file => ({
      file,
      entity: 'gateway',
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
    const { body } = await sent;
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
  return { backend, push, get, gate, listedScore };
}
