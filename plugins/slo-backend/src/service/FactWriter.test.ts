import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import {
  Fact,
  PluginFact,
  PutFactsRequest,
} from '@maestro-conductor/plugin-evidence-common';
import {
  createEvaluation,
  SETTINGS,
  traffic,
} from '../__testUtils__/createEvaluation';
import { GATEWAY, NOW, objective, TODAY } from '../__testUtils__/objectives';
import { DayReader } from './DayReader';
import { FactWriter } from './FactWriter';
import { PastStates } from './PastStates';
import { UnitCosts } from './UnitCosts';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const auth = mockServices.auth({ pluginId: 'slo' });
const reads = objective();
const MONTH = 30 * 1_440;

describe.each(databases.eachSupportedId())('FactWriter on %s', id => {
  async function create() {
    const given = await createEvaluation(databases, id);
    const { states, samples, now } = given;
    const told: PluginFact[] = [];
    const evidence = {
      away: false,
      refuse: new Array<string>(),
      putFacts: async ({ facts }: PutFactsRequest) => {
        if (evidence.away) throw new Error('away');
        told.push(...facts);
        const rejected = facts.flatMap(({ name }, index) =>
          evidence.refuse.includes(name)
            ? {
                index,
                error: { code: 'UnknownEntity', message: `No\n${name}` },
              }
            : [],
        );
        const written = facts.length - rejected.length;
        return { written, unchanged: 0, rejected };
      },
    };
    const logger = mockServices.logger.mock();
    const reader = new DayReader({ store: samples });
    const writer = new FactWriter({
      ...{ states, evidence, auth, logger, now },
      past: new PastStates({ states, reader, settings: SETTINGS }),
      everyMs: 900_000,
    });
    const take = () =>
      told
        .splice(0)
        .filter(f => f.name === 'slo.adherence')
        .map(f => [f.value, f.observedAt]);
    return { ...given, writer, evidence, logger, told, take };
  }

  it('tells at once where a status changed, else every 15 minutes, and again where it could not', async () => {
    const {
      declare,
      save,
      replica,
      writer,
      evidence,
      told,
      take,
      later,
      clock,
    } = await create();
    const evaluate = replica();
    await declare(reads, objective({ slo: 'idle' }));
    await save(reads, traffic(-MONTH, 0));
    await save(
      objective({ slo: 'idle' }),
      traffic(-MONTH, 0).map(s => ({ ...s, good: 0, total: 0 })),
    );
    await evaluate();
    // The month is still coming in, for all that is known.
    expect(await writer.writeDue()).toBe(0);
    later(0.2);
    evidence.away = true;
    await expect(writer.writeDue()).rejects.toThrow('away');
    evidence.away = false;
    expect(await writer.writeDue()).toBe(1);
    expect(told).toContainEqual({
      entityRef: GATEWAY,
      environment: 'production',
      name: 'slo.adherence',
      value: 1,
      unit: 'ratio',
      type: 'number',
      observedAt: NOW.toISOString(),
      freshUntil: '2026-11-20T13:00:00.000Z',
    });
    take();
    later(1);
    await save(reads, traffic(0, 1));
    await evaluate();
    expect(await writer.writeDue()).toBe(0);
    await save(
      reads,
      traffic(-5_000, 0, () => 1),
    );
    await evaluate();
    const evaluatedAt = clock.now.toISOString();
    later(0.2);
    await writer.writeDue();
    expect(take()).toEqual([[0, evaluatedAt]]);
    later(15);
    expect(await writer.writeDue()).toBe(1);
  });

  it('gives an objective ten minutes for its first samples', async () => {
    const { declare, save, replica, writer, take, later } = await create();
    await declare(reads, objective({ slo: 'new' }));
    await save(reads, traffic(-60, 0));
    await replica()();
    later(9);
    expect(await writer.writeDue()).toBe(0);
    later(1);
    expect(await writer.writeDue()).toBe(1);
    expect(take().map(([value]) => value)).toEqual([0.5]);
  });

  it('has the log say once what was refused and why, and goes on', async () => {
    const { declare, replica, writer, evidence, logger, later } =
      await create();
    await declare(reads, objective({ entityRef: 'component:default/gone' }));
    await replica()();
    evidence.refuse = ['slo.adherence'];
    later(10);
    expect(await writer.writeDue()).toBe(2);
    later(15);
    expect(await writer.writeDue()).toBe(2);
    expect(logger.warn.mock.calls).toEqual([
      [
        expect.stringMatching(/^Evidence refused slo\.adherence of component:/),
        { code: 'UnknownEntity', reason: 'No slo.adherence' },
      ],
    ]);
  });

  it('tells of the days before the first evaluation, once their samples are in', async () => {
    const { declare, save, replica, writer, take, later } = await create();
    await declare(reads);
    const day = -36 * 60;
    // From nine days ago; three days ago everything failed for a day.
    await save(
      reads,
      traffic(-9 * 1_440, 0, at => (at >= 2 * day && at < day ? 10 : 0)),
    );
    await replica()();
    expect(await writer.writePast()).toBe(0);
    later(1);
    expect(await writer.writePast()).toBe(1);
    const days = take();
    expect(days.map(([value]) => value)).toEqual([1, 1, 1, 1, 1, 1, 0, 0, 0]);
    expect(days.at(-1)).toEqual([0, '2026-11-19T23:59:59.999Z']);
    expect(await writer.writePast()).toBe(0);
    // A late sample of a day that was told of is told of too.
    await save(reads, traffic(-4_000, -3_999));
    later(1);
    expect(await writer.writePast()).toBe(1);
  });
});

describe.each(databases.eachSupportedId())('UnitCosts on %s', id => {
  it('copies what entities cost per day, all of it at first, then what is new', async () => {
    const { declare, costs, now } = await createEvaluation(databases, id);
    await declare(
      reads,
      objective({
        slo: 'priced',
        unitCost: { currency: 'USD', per: 1, unit: 'calls' },
      }),
    );
    const asked: string[] = [];
    const evidence = {
      getFactHistory: async (request: { from: string }) => {
        asked.push(request.from.slice(0, 10));
        const fact = {
          name: 'cost.daily',
          value: 3,
          unit: 'USD/d',
          observedAt: NOW.toISOString(),
        };
        return [fact as Fact];
      },
    };
    const unitCosts = new UnitCosts({ costs, evidence, auth, now });
    expect(await unitCosts.refresh()).toBe(1);
    await unitCosts.refresh();
    expect(asked).toEqual(['2025-11-19', '2026-11-13']);
    const key = { entityRef: GATEWAY, environment: 'production' };
    expect([...(await costs.readCosts([key], 0)).values()]).toEqual([
      [{ day: TODAY, amount: 3, currency: 'USD' }],
    ]);
  });
});
