import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { evidenceServiceRef } from '@maestro-conductor/plugin-evidence-node';
import request from 'supertest';
import { readinessPlugin } from '../plugin';
import { assertAsDescribed } from './assertAsDescribed';
import { FakeEvidence } from './FakeEvidence';
import { component, daysBefore, excellentFacts, group } from './samples';

const at = (days: number) => daysBefore(days, new Date());

/** Facts around now, for the plugin has the real clock. */
export function goodFacts() {
  return excellentFacts({ observedAt: at(1) }).map(item => ({
    ...item,
    ...(item.type === ('string' as never) || typeof item.value === 'string'
      ? { value: at(1) }
      : {}),
    ...(item.freshUntil && { freshUntil: at(-20) }),
  }));
}

/** Starts the plugin beside evidence in memory, with two components in nested groups. */
export async function startReadiness(
  readiness: object = {},
  extra: object[] = [],
  more: Entity[] = [],
) {
  const evidence = new FakeEvidence();
  const entities: Entity[] = [
    group('platform'),
    group('edge-team', 'platform'),
    group('auditors'),
    component('gateway'),
    component('ledger', 'group:default/platform'),
    ...more,
  ];
  const gone = new Set<string>();
  const catalog = catalogServiceMock({ entities });
  const load = catalog.getEntitiesByRefs.bind(catalog);
  catalog.getEntitiesByRefs = async (asked, options) => {
    const { items } = await load(asked, options);
    return {
      items: items.map((entity, index) =>
        gone.has(asked.entityRefs[index]) ? undefined : entity,
      ),
    };
  };
  const { server } = await startTestBackend({
    features: [
      readinessPlugin,
      schedulerServiceFactory,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.rootConfig.factory({ data: { readiness } }),
      createServiceFactory({
        service: evidenceServiceRef,
        deps: {},
        factory: () => evidence,
      }),
      ...(extra as never[]),
    ],
  });
  for (const entity of entities) {
    const { kind, metadata } = entity;
    evidence.tell(
      'entity-created',
      `${kind.toLowerCase()}:default/${metadata.name}`,
    );
  }
  const authorization = mockCredentials.service.header();
  // Every answer, also every refusal, is as openapi.yaml describes it.
  const get = async (path: string) => {
    const answer = await request(server)
      .get(`/api/readiness${path}`)
      .set('authorization', authorization);
    assertAsDescribed('get', path, answer);
    return answer;
  };
  const post = async (path: string, body: object) => {
    const answer = await request(server)
      .post(`/api/readiness${path}`)
      .set('authorization', authorization)
      .send(body);
    assertAsDescribed('post', path, answer);
    return answer;
  };
  return { evidence, gone, server, get, post };
}

/** Asks until the answer is as wanted; for what another task does in its own time. */
export async function until<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(`Still not after 10 s: ${JSON.stringify(answer)}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
