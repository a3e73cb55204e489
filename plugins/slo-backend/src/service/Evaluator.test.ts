import { randomUUID } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  createEvaluation,
  SETTINGS,
  traffic,
} from '../__testUtils__/createEvaluation';
import { GATEWAY, idOf, objective, TODAY } from '../__testUtils__/objectives';
import { KnexStateStore } from '../database/KnexStateStore';
import { EvaluatedSubject } from '../database/StateStore';
import { DayReader } from './DayReader';
import { Evaluator } from './Evaluator';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MONTH = 30 * 1_440;
const reads = objective();

/** A replica that is held up between what it worked out and keeping it. */
class HeldUpStates extends KnexStateStore {
  readonly #meanwhile: () => Promise<unknown>;

  constructor(knex: Knex, meanwhile: () => Promise<unknown>) {
    super({ knex, newId: randomUUID });
    this.#meanwhile = meanwhile;
  }

  override async saveStates(found: readonly EvaluatedSubject[], now: Date) {
    await this.#meanwhile();
    return await super.saveStates(found, now);
  }
}

describe.each(databases.eachSupportedId())('Evaluator on %s', id => {
  it('says what is known: nothing, then the exact budget, then late samples', async () => {
    const { declare, replica, save, state } = await createEvaluation(
      databases,
      id,
    );
    await declare(reads);
    const evaluate = replica();
    expect(await evaluate()).toBe(1);
    expect(await state(reads)).toMatchObject({
      status: 'insufficient-data',
      budget_left: null,
      urgency: 4,
    });
    expect(await evaluate()).toBe(0);

    await save(reads, traffic(-MONTH, 0));
    expect(await evaluate()).toBe(1);
    expect(await state(reads)).toMatchObject({
      status: 'ok',
      budget_left: 1,
      urgency: 6,
      revision: 2,
    });

    // A day with one error in ten a minute, of the month before last week.
    await save(
      reads,
      traffic(-10 * 1_440, -9 * 1_440, () => 1),
    );
    await evaluate();
    const { state: after, trend } = await state(reads);
    expect(after).toMatchObject({
      status: 'ok',
      bad: 1_440,
      total: 10 * MONTH,
    });
    expect(after.budgetLeft).toBeCloseTo(1 - 1_440 / (10 * MONTH) / 0.01, 12);
    expect(JSON.parse(trend)).toHaveLength(30);

    // A replica that remembers nothing finds the same.
    await save(reads, traffic(-1, 0));
    await save(
      reads,
      traffic(-1, 0, () => 1),
    );
    await replica()();
    const fresh = (await state(reads)).state;
    await save(reads, traffic(-1, 0));
    await save(
      reads,
      traffic(-1, 0, () => 1),
    );
    await evaluate();
    expect((await state(reads)).state).toEqual(fresh);
    expect(fresh.bad).toBe(1_441);
  });

  it('opens a burn once and ends it once, with two replicas, and keeps its history', async () => {
    const { declare, replica, save, state, states, knex, later, clock } =
      await createEvaluation(databases, id);
    await declare(reads);
    await save(reads, traffic(-MONTH, 0));
    const [one, other] = [replica(), replica()];
    await one();

    later(10);
    await save(
      reads,
      traffic(0, 10, () => 10),
    );
    const kept = await Promise.all([one(), other()]);
    expect(kept[0] + kept[1]).toBeGreaterThan(0);
    const { status, burning, urgency } = await state(reads);
    expect({ status, burning: Boolean(burning), urgency }).toEqual({
      status: 'warning',
      burning: true,
      urgency: 0,
    });
    await Promise.all([one(), other()]);
    const conditions = () =>
      knex('conditions').orderBy('id').select('id', 'state', 'revision');
    expect(await conditions()).toEqual([
      {
        id: `slo:burn:${GATEWAY}:production/reads/0:page`,
        state: 'open',
        revision: 1,
      },
    ]);
    const burns = () =>
      states.readBurns(idOf(reads), { since: new Date(0), limit: 10 });
    expect(await burns()).toEqual([
      {
        row: 'page-1h',
        severity: 'page',
        startedAt: clock.now.toISOString(),
        peak: expect.any(Number),
      },
    ]);

    // The source is away: nobody says that it is over.
    later(50);
    await one();
    expect(await conditions()).toMatchObject([{ state: 'open' }]);
    await save(reads, traffic(10, 60));
    await Promise.all([one(), other()]);
    expect(await conditions()).toMatchObject([
      { state: 'resolved', revision: 2 },
    ]);
    expect(await burns()).toMatchObject([{ endedAt: clock.now.toISOString() }]);
    expect(Boolean((await state(reads)).burning)).toBe(false);
  });

  it('drops what was worked out beside a state that has moved on', async () => {
    const { declare, replica, save, state, later, ...given } =
      await createEvaluation(databases, id);
    const { knex, samples, costs, now } = given;
    await declare(reads);
    await save(reads, traffic(-MONTH, 0));
    await replica()();
    later(10);
    await save(
      reads,
      traffic(0, 10, () => 10),
    );
    const slow = new Evaluator({
      states: new HeldUpStates(knex, async () => {
        await save(reads, traffic(0, 10));
        expect(await replica()()).toBe(1);
      }),
      reader: new DayReader({ store: samples }),
      ...{ costs, settings: SETTINGS, now },
    });
    expect(await slow.evaluateDue(now())).toBe(0);
    expect(await state(reads)).toMatchObject({ status: 'ok', revision: 2 });
    expect(await knex('burns')).toEqual([]);
    expect(await knex('conditions')).toEqual([]);
  });

  it('judges slices anew where their rule changed, and tells the same as if it had always been', async () => {
    const { declare, replica, save, state } = await createEvaluation(
      databases,
      id,
    );
    const sliced = objective({
      rule: { method: 'Timeslices', sliceMinutes: 5, sliceTarget: 0.95 },
    });
    const strict = objective({
      rule: { method: 'Timeslices', sliceMinutes: 5, sliceTarget: 0.85 },
    });
    await declare(sliced);
    await save(
      sliced,
      traffic(-MONTH, 0, at => (at >= -100 && at < -50 ? 1 : 0)),
    );
    const evaluate = replica();
    await evaluate();
    expect((await state(sliced)).state).toMatchObject({
      bad: 10,
      total: MONTH / 5,
    });
    await declare(strict);
    expect(await evaluate()).toBe(1);
    expect((await state(strict)).state).toMatchObject({
      bad: 0,
      total: MONTH / 5,
    });
  });

  it('forgets what is no longer declared, in silence, and finds its samples again', async () => {
    const { declare, replica, save, state, knex, clock } =
      await createEvaluation(databases, id);
    await declare(reads);
    await save(reads, [...traffic(-MONTH, -10), ...traffic(-10, 0, () => 10)]);
    const evaluate = replica();
    await evaluate();
    expect(await knex('conditions')).toHaveLength(1);
    await knex('objectives').update({ removed_at: clock.now });
    await evaluate();
    expect(await state(reads)).toBeUndefined();
    expect(await knex('conditions')).toEqual([]);
    expect(await knex('burns').whereNull('ended_at')).toEqual([]);
    await knex('objectives').update({ removed_at: null });
    await evaluate();
    expect(await state(reads)).toMatchObject({ state: { bad: 100 } });
  });

  it('says what a unit of work cost, or why it does not', async () => {
    const { declare, replica, save, state, costs } = await createEvaluation(
      databases,
      id,
    );
    const priced = objective({
      unitCost: { currency: 'USD', per: 1_000, unit: 'events', target: 0.1 },
    });
    await declare(priced, objective({ slo: 'writes' }));
    await save(priced, traffic(-MONTH, 0));
    const evaluate = replica();
    await evaluate();
    expect((await state(priced)).state.unitCost).toMatchObject({
      target: 0.1,
      reason: 'Only 0 of 29 days have a cost; half of them are needed.',
    });
    expect(await costs.costedEntities()).toEqual([
      { entityRef: GATEWAY, environment: 'production' },
    ]);
    await costs.saveCosts(
      { entityRef: GATEWAY, environment: 'production' },
      Array.from({ length: 20 }, (_, at) => ({
        day: TODAY - 1 - at,
        amount: 1.44,
        currency: 'USD',
      })),
    );
    await save(
      priced,
      traffic(-1, 0, () => 1),
    );
    await evaluate();
    expect((await state(priced)).state.unitCost).toMatchObject({
      value: expect.closeTo(0.1, 12),
      from: '2026-10-31T00:00:00.000Z',
      to: '2026-11-20T00:00:00.000Z',
    });
  });

  it('evaluates the others where one cannot be, and says which', async () => {
    const { declare, replica, state } = await createEvaluation(databases, id);
    const broken = objective({ slo: 'broken' });
    await declare(
      {
        ...broken,
        window: {
          kind: 'calendar',
          duration: '1M',
          startTime: 'once',
          timeZone: 'UTC',
        },
      },
      reads,
    );
    await expect(replica()()).rejects.toThrow(
      /1 objectives cannot be evaluated; the first: broken of component:default\/gateway/,
    );
    expect(await state(reads)).toMatchObject({ status: 'insufficient-data' });
  });
});
