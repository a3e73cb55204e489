import { TestDatabases } from '@backstage/backend-test-utils';
import {
  DayCounts,
  decodeDay,
  MinuteCounts,
  rollUpDay,
} from '@maestro-conductor/slo-engine';
import fc from 'fast-check';
import { createStores } from '../__testUtils__/createStores';
import {
  declare,
  NOW,
  NOW_MINUTE,
  objective,
  TODAY,
} from '../__testUtils__/objectives';
import { SamplesToSave, SampleStore } from './SampleStore';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const MIDNIGHT = TODAY * 1_440;
const { rule } = objective();
const slices = objective({
  rule: { method: 'Timeslices', sliceMinutes: 5, sliceTarget: 0.9 },
}).rule;

const minute = (at: number, good = 9, total = 10): MinuteCounts => ({
  minute: MIDNIGHT + at,
  good,
  total,
});

describe.each(databases.eachSupportedId())('KnexSampleStore on %s', id => {
  async function create() {
    const stores = await createStores(databases, id);
    const [objectiveId] = await declare(stores.knex, objective());
    const { samples } = stores;
    const save = async (
      minutes: MinuteCounts[],
      more: Partial<SamplesToSave> = {},
    ) => {
      const [saved] = await samples.saveSamples(
        [
          {
            objectiveId,
            rule,
            series: '',
            form: 'delta',
            samples: minutes,
            ...more,
          },
        ],
        NOW,
      );
      return saved;
    };
    const head = async () =>
      (await samples.readHeads([objectiveId])).get(objectiveId);
    return { ...stores, objectiveId, save, head };
  }

  /** What there is, by minute. */
  async function kept(samples: SampleStore, objectiveId: string) {
    const days = await samples.readRollUps([
      { objectiveId, fromDay: 0, after: 0 },
    ]);
    const blocks = await samples.readBlocks(days);
    const found = new Map<number, [number, number]>();
    for (const { day, block } of blocks) {
      const counts: DayCounts = decodeDay(block);
      counts.total.forEach((total, index) => {
        if (total >= 0)
          found.set((day - TODAY) * 1_440 + index, [counts.good[index], total]);
      });
      const sums = days.find(one => one.day === day)!;
      expect(sums).toMatchObject({
        ...rollUpDay(counts, sums.rule === 'Occurrences' ? rule : slices),
      });
    }
    return Object.fromEntries(found);
  }

  it('keeps samples with their sums, late and over midnight, and once', async () => {
    const { samples, objectiveId, save, head } = await create();
    expect(await save([minute(3), minute(1)])).toEqual({ changed: 2 });
    expect(await save([minute(-1, 5, 5), minute(2, 0, 0)])).toEqual({
      changed: 2,
    });
    const before = await head();
    expect(before).toMatchObject({
      revision: 2,
      firstMinute: MIDNIGHT - 1,
      lastMinute: MIDNIGHT + 3,
    });
    expect(await save([minute(3), minute(2, 0, 0)])).toEqual({ changed: 0 });
    expect(await head()).toEqual(before);
    expect(await save([minute(3, 1, 10)])).toEqual({ changed: 1 });
    expect(await kept(samples, objectiveId)).toEqual({
      '-1': [5, 5],
      1: [9, 10],
      2: [0, 0],
      3: [1, 10],
    });
  });

  it('adds up several series, and turns counters into what happened', async () => {
    const { samples, objectiveId, save } = await create();
    await save([minute(0)]);
    await save([minute(0, 1, 2), minute(1, 1, 1)], { series: 'b' });
    await save([minute(1)]);
    // Over midnight, and anew after minute 2.
    const counter = { series: 'c', form: 'counter' } as const;
    await save(
      [minute(1, 120, 130), minute(2, 120, 140), minute(3, 4, 5)],
      counter,
    );
    await save([minute(-1, 100, 100)], counter);
    expect(await kept(samples, objectiveId)).toEqual({
      0: [9 + 1 + 10, 10 + 2 + 15],
      1: [9 + 1 + 10, 10 + 1 + 15],
      2: [0, 10],
      3: [4, 5],
    });
    expect(await save([minute(5)], { series: 'c' })).toEqual({
      keptAs: 'counter',
    });
    expect(await save([minute(5)], { form: 'counter' })).toEqual({
      keptAs: 'delta',
    });
  });

  it('loses nothing where two write one day at the same time', async () => {
    const { samples, objectiveId, save } = await create();
    const minutes = Array.from({ length: 40 }, (_, at) => minute(at, at, at));
    const saved = await Promise.all(
      minutes.map((one, at) => save([one], { series: at % 3 ? '' : 'other' })),
    );
    expect(saved).toEqual(minutes.map(() => ({ changed: 1 })));
    expect(Object.keys(await kept(samples, objectiveId))).toHaveLength(40);
  });

  it('says the same whatever the order and the pieces are', async () => {
    const stores = await createStores(databases, id);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: -2_000, max: 700 }), {
          minLength: 1,
          maxLength: 60,
        }),
        fc.infiniteStream(fc.integer({ min: 1, max: 20 })),
        async (minutes, sizes) => {
          round += 1;
          const [one, other] = await declare(
            stores.knex,
            objective({ slo: `one-${round}` }),
            objective({ slo: `other-${round}` }),
          );
          const save = (objectiveId: string, part: MinuteCounts[]) =>
            stores.samples.saveSamples(
              [{ objectiveId, rule, series: '', form: 'delta', samples: part }],
              NOW,
            );
          const all = minutes.map(at =>
            minute(at, Math.abs(at), 2 * Math.abs(at)),
          );
          await save(
            one,
            [...all].sort((a, b) => a.minute - b.minute),
          );
          for (let rest = all; rest.length > 0; ) {
            const size = sizes.next().value;
            await save(other, rest.slice(0, size));
            rest = rest.slice(size);
          }
          expect(await kept(stores.samples, other)).toEqual(
            await kept(stores.samples, one),
          );
        },
      ),
      { numRuns: 15 },
    );
  });

  it('sums up anew under another rule, and tells since when', async () => {
    const { samples, objectiveId, save, head } = await create();
    await save([minute(0, 0, 10), minute(7, 10, 10), minute(-3)]);
    const days = await samples.readRollUps([
      { objectiveId, fromDay: TODAY, after: 0 },
    ]);
    expect(days).toMatchObject([
      { day: TODAY, rule: 'Occurrences', revision: 1, slices: { known: 0 } },
    ]);
    await samples.sumAnew(objectiveId, slices, [TODAY - 1, TODAY]);
    expect(await head()).toMatchObject({ revision: 2 });
    expect(
      await samples.readRollUps([{ objectiveId, fromDay: 0, after: 1 }]),
    ).toMatchObject([
      { day: TODAY - 1, slices: { known: 1, bad: 0 } },
      { day: TODAY, rule: 'Timeslices/5/0.9', slices: { known: 2, bad: 1 } },
    ]);
    expect(await samples.forgetDaysBefore(TODAY)).toBe(1);
  });

  it('keeps the first time of a problem until something is read', async () => {
    const { knex, samples, objectiveId, save, head } = await create();
    const problem = async (text: string, later: number) =>
      await samples.noteReads(
        [{ objectiveId, problem: text }],
        new Date(NOW.getTime() + later),
      );
    await save([minute(0)], { readUntil: NOW_MINUTE - 5 });
    await problem('away', 0);
    await problem('still away', 60_000);
    const row = await knex('sample_heads').first();
    expect(row.problem).toBe('still away');
    expect(new Date(row.problem_since)).toEqual(NOW);
    expect(await head()).toMatchObject({
      readUntil: NOW_MINUTE - 5,
      revision: 1,
    });
    await save([], { readUntil: NOW_MINUTE });
    expect(await head()).toMatchObject({ readUntil: NOW_MINUTE, revision: 1 });
    expect(await knex('sample_heads').first()).toMatchObject({
      problem: null,
      problem_since: null,
    });
  });
});
