import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  NotificationSendOptions,
  notificationService,
} from '@backstage/plugin-notifications-node';
import { PluginFact } from '@maestro-conductor/plugin-evidence-common';
import {
  EvidenceService,
  evidenceServiceRef,
} from '@maestro-conductor/plugin-evidence-node';
import { Knex } from 'knex';
import request from 'supertest';
import { sloPlugin } from '../plugin';
import { assertAsDescribed } from './assertAsDescribed';
import { component } from './component';

const group: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'sample', namespace: 'default', etag: 'g' },
  spec: { type: 'team', children: [] },
};

/** Where a test's documents are, each by its name. */
function folderOf(documents: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'slo-'));
  for (const [name, text] of Object.entries(documents)) {
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** Starts the plugin with the real scheduler, beside an evidence that remembers what it is told. */
export async function startSlo(options: {
  knex: Knex;
  documents: Record<string, string>;
}) {
  const entities = [component('gateway'), component('ledger'), group];
  const refs = entities.map(
    ({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`,
  );
  const folder = folderOf(options.documents);
  const told: PluginFact[] = [];
  const sent: NotificationSendOptions[] = [];
  const changes = refs.map((entityRef, index) => ({
    seq: index + 1,
    tenant: 'default',
    entityRef,
    type: 'entity-created' as const,
    ref: '',
  }));
  const evidence: EvidenceService = {
    getLatestFacts: async () => [],
    getFactSheets: async () => new Uint8Array(),
    getFactHistory: async () => [],
    getChanges: async ({ after }) => ({
      items: changes.filter(({ seq }) => seq > after),
      next: changes.length,
      oldest: 1,
    }),
    putFacts: async ({ facts }) => {
      told.push(...facts);
      return { written: facts.length, unchanged: 0, rejected: [] };
    },
  };
  const backend = await startTestBackend({
    features: [
      sloPlugin,
      schedulerServiceFactory,
      mockServices.database.factory({ knex: options.knex }),
      catalogServiceMock.factory({ entities }),
      createServiceFactory({
        service: evidenceServiceRef,
        deps: {},
        factory: () => evidence,
      }),
      createServiceFactory({
        service: notificationService,
        deps: {},
        factory: () => ({ send: async message => void sent.push(message) }),
      }),
      mockServices.rootConfig.factory({
        data: {
          slo: { folders: [folder] },
          evidence: {
            producers: [
              {
                subject: 'external:test-service',
                entities: ['gateway'],
                kinds: ['facts'],
                environments: ['production'],
              },
            ],
          },
        },
      }),
    ],
  });
  const authorization = mockCredentials.service.header();
  // Every answer, also every refusal, is as openapi.yaml describes it.
  const get = async (path: string) => {
    const answer = await request(backend.server)
      .get(`/api/slo${path}`)
      .set('authorization', authorization);
    assertAsDescribed('get', path, answer);
    return answer;
  };
  const post = async (path: string, body: object) => {
    const answer = await request(backend.server)
      .post(`/api/slo${path}`)
      .set('authorization', authorization)
      .send(body);
    assertAsDescribed('post', path, answer);
    return answer;
  };
  const end = async () => {
    await backend.stop();
    rmSync(folder, { recursive: true });
  };
  return { told, sent, get, post, end };
}
