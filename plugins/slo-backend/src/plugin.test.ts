import { TestDatabases } from '@backstage/backend-test-utils';
import {
  ObjectiveItem,
  ObjectivePage,
} from '@maestro-conductor/plugin-slo-common';
import { startSlo } from './__testUtils__/startSlo';

jest.setTimeout(180_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const GATEWAY = 'component:default/gateway';

const document = (name: string) => `
apiVersion: openslo/v1
kind: SLO
metadata:
  name: ${name}
  displayName: API ${name}
spec:
  service: gateway
  indicator:
    metadata: { name: ${name} }
    spec:
      ratioMetric:
        counter: false
        good: { metricSource: { type: pushed, spec: { name: good } } }
        total: { metricSource: { type: pushed, spec: { name: total } } }
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ displayName: all, target: 0.99 }]
`;

const MINUTE = 60_000;
const now = Math.floor(Date.now() / MINUTE) * MINUTE;
const at = (minutes: number) => new Date(now + minutes * MINUTE).toISOString();

/** Thirty days in stretches of an hour, all good. */
const month = Array.from({ length: 30 * 24 - 1 }, (_, hour) => ({
  time: at((hour - 30 * 24) * 60),
  minutes: 60,
  good: 600,
  total: 600,
}));
const lastHour = (good: (minute: number) => number) =>
  Array.from({ length: 60 }, (_, index) => ({
    time: at(index - 60),
    good: good(index - 60),
    total: 10,
  }));

async function until<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 40_000;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(
        `Still not after 40 s: ${JSON.stringify(answer).slice(-2_000)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

describe.each(databases.eachSupportedId())('the slo plugin on %s', id => {
  it('goes from pushed samples to a state, a burn, a fact, a message and a place on the board', async () => {
    const knex = await databases.init(id);
    const { get, post, told, sent, end } = await startSlo({
      knex,
      documents: {
        'reads.yaml': document('reads'),
        'idle.yaml': document('idle'),
      },
    });
    const board = async (query = '') =>
      (await get(`/v1/objectives${query}`)).body as ObjectivePage;
    const reads = (items: ObjectiveItem[]) =>
      items.find(({ objective }) => objective.slo === 'reads');
    const { items } = await until(
      () => board(),
      page => page.items.length === 2 && page.items.every(({ state }) => state),
    );
    expect(reads(items)).toMatchObject({
      objective: {
        entityRef: GATEWAY,
        title: 'API reads',
        target: 0.99,
        ownerRef: 'group:default/sample',
      },
      state: { status: 'insufficient-data' },
    });

    const push = async (samples: object[], more: object = {}) => {
      const answer = await post('/v1/samples', {
        items: [{ entityRef: 'gateway', slo: 'reads', samples, ...more }],
      });
      return answer.body.items[0];
    };
    expect(await push(month)).toMatchObject({
      status: 'accepted',
      changed: 719 * 60,
    });
    expect(
      await push(lastHour(minute => (minute < -30 ? 10 : 0))),
    ).toMatchObject({ changed: 60 });
    // Counted for a while, and no more.
    expect(await push(month.slice(0, 10), { slo: 'idle' })).toMatchObject({
      status: 'accepted',
    });
    expect(await push(month, { slo: 'raeds' })).toMatchObject({
      status: 'rejected',
      error: {
        code: 'UnknownObjective',
        message: expect.stringMatching(/Did you mean reads/),
      },
    });
    expect(await push(month, { entityRef: 'ledger' })).toMatchObject({
      error: { code: 'NotAllowed' },
    });

    const burning = await until(
      () => board('?burning=true'),
      page => page.items.length === 1,
    );
    const [item] = burning.items;
    expect(item.state).toMatchObject({
      status: 'warning',
      total: expect.any(Number),
      bad: 300,
    });
    expect(item.state?.budgetLeft).toBeCloseTo(
      1 - 300 / (30 * 1_440 * 10) / 0.01,
      3,
    );
    expect(burning.summary).toMatchObject({ total: 2, burning: 1 });
    const page = `/v1/objectives/${item.objective.id}`;
    expect((await get(page)).body.history).toMatchObject([
      { row: 'page-1h', severity: 'page' },
      { row: 'page-6h', severity: 'page' },
    ]);
    const series = (await get(`${page}/series?points=100`)).body;
    expect(series.points.length).toBeGreaterThan(50);
    expect(series.points.at(-1).budgetLeft).toBeCloseTo(
      item.state!.budgetLeft!,
      2,
    );

    // One of two is met; what nobody counts any more is not.
    await until(
      async () => told,
      facts =>
        facts.some(
          fact =>
            fact.name === 'slo.adherence' &&
            fact.value === 0.5 &&
            Date.parse(fact.observedAt) >= now,
        ),
    );
    // Days before anybody looked.
    await until(
      async () => told,
      facts =>
        facts.filter(
          fact =>
            fact.observedAt.endsWith('T23:59:59.999Z') &&
            fact.name === 'slo.adherence',
        ).length >= 25,
    );
    await until(
      async () => sent,
      messages => messages.length > 0,
    );
    expect(sent).toMatchObject([
      {
        recipients: { entityRef: ['group:default/sample'] },
        payload: {
          title: 'gateway: API reads burns its error budget',
          severity: 'critical',
        },
      },
    ]);

    // Late samples say otherwise: it is over.
    await push(lastHour(() => 10));
    await until(
      () => board('?burning=true'),
      ({ items: left }) => left.length === 0,
    );
    expect(reads((await board()).items)?.state).toMatchObject({
      status: 'ok',
      budgetLeft: 1,
    });
    await until(
      async () => sent,
      messages => messages.length > 1,
    );
    expect(sent[1]).toMatchObject({
      payload: { title: 'gateway: API reads no longer burns its error budget' },
    });
    await end();
  });
});
