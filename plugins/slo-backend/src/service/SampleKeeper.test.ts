import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { PushedSeries } from '@maestro-conductor/plugin-slo-common';
import { createEvaluation } from '../__testUtils__/createEvaluation';
import { GATEWAY, objective } from '../__testUtils__/objectives';
import { pushError } from '../domain/pushError';
import { MayPush, SampleKeeper } from './SampleKeeper';
import { SampleProducers } from './SampleProducers';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const at = (minute: number) =>
  `2026-11-20T11:${String(minute).padStart(2, '0')}:00Z`;
const series = (more: Partial<PushedSeries> = {}): PushedSeries => ({
  entityRef: 'gateway',
  slo: 'reads',
  samples: [{ time: at(0), good: 1, total: 2 }],
  ...more,
});

describe.each(databases.eachSupportedId())('SampleKeeper on %s', id => {
  async function create() {
    const given = await createEvaluation(databases, id);
    await given.declare(objective(), objective({ slo: 'writes' }));
    const { samples, states, now } = given;
    const keeper = new SampleKeeper({ samples, states, now });
    const push = (
      all: PushedSeries[],
      mayPush: MayPush = async () => undefined,
    ) => keeper.push(all, { mayPush });
    return { ...given, push };
  }

  it('keeps what is right beside what is wrong, each with what became of it, and twice the same once', async () => {
    const { push } = await create();
    const all = [
      series(),
      series({ slo: 'raeds' }),
      series({ entityRef: 'a b' }),
      series({ slo: 'writes', samples: [{ time: at(0), good: -1, total: 2 }] }),
      series({
        slo: 'writes',
        samples: [{ time: at(1), minutes: 5, good: 1, total: 2 }],
      }),
      series({ slo: 'writes', series: 'x'.repeat(129) }),
      series({ form: 'gauge' as never }),
      series({ form: 'counter' }),
      series({ environment: 'staging' }),
    ];
    const results = await push(all);
    expect(results.map(r => r.index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(results.map(r => r.error?.field ?? r.changed)).toEqual([
      1,
      'slo',
      'entityRef',
      'samples[0].good',
      5,
      'series',
      'form',
      'form',
      'slo',
    ]);
    expect(results[7].error?.message).toMatch(
      /was pushed as delta on the same day/,
    );
    const again = (await push(all)).map(r => r.changed);
    expect([again[0], again[4]]).toEqual([0, 0]);
  });

  it('tells nothing of objectives to who may not push, and asks once per entity and environment', async () => {
    const { push, knex } = await create();
    const asked: string[][] = [];
    const results = await push(
      [series({ slo: 'raeds' }), series()],
      async (...place) => {
        asked.push(place);
        return pushError('NotAllowed', 'entityRef', 'no.');
      },
    );
    expect(asked).toEqual([[GATEWAY, 'production']]);
    expect(results.map(r => r.error?.code)).toEqual([
      'NotAllowed',
      'NotAllowed',
    ]);
    expect(await knex('sample_days')).toEqual([]);
  });
});

describe('SampleProducers', () => {
  const producers = new SampleProducers({
    config: mockServices.rootConfig({
      data: {
        evidence: {
          producers: [
            {
              subject: 'ci',
              entities: ['gateway'],
              kinds: ['facts', 'load'],
              environments: ['production'],
            },
            {
              subject: 'ci',
              entities: ['ledger'],
              kinds: ['load'],
              environments: ['production'],
            },
            {
              subject: 'ci',
              filter: { kind: 'component', 'spec.type': 'service' },
              kinds: ['facts'],
              environments: ['', 'staging'],
            },
            {
              subject: 'user:default/Edda',
              entities: ['gateway'],
              kinds: ['facts'],
              environments: ['production'],
            },
          ],
        },
      },
    }),
    entities: {
      get: async ([ref]) =>
        new Map([
          [
            ref,
            {
              entity: { kind: 'Component', spec: { type: 'service' } },
            } as never,
          ],
        ]),
    },
  });
  const check = async (
    subject: string,
    entityRef: string,
    environment: string,
  ) =>
    (
      await producers.check(mockCredentials.service(subject), {
        entityRef,
        environment,
      })
    )?.message;

  it('are those who may push facts, by entity and environment of one rule', async () => {
    expect(await check('ci', GATEWAY, 'production')).toBeUndefined();
    expect(await check('ci', GATEWAY, 'staging')).toBeUndefined();
    expect(
      await check('ci', 'component:default/ledger', 'staging'),
    ).toBeUndefined();
    expect(await check('ci', 'component:default/ledger', 'production')).toMatch(
      /may push for .*staging, not for production/,
    );
    expect(await check('other', GATEWAY, 'production')).toMatch(
      /may not push facts for component:default\/gateway/,
    );
    expect(
      producers.isProducer(mockCredentials.user('user:default/edda')),
    ).toBe(true);
    expect(producers.isProducer(mockCredentials.service('other'))).toBe(false);
  });
});
