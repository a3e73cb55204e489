import { TestDatabases } from '@backstage/backend-test-utils';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { createStore, KEY, scoreOf } from '../__testUtils__/keptScores';
import {
  daysBefore,
  excellentFacts,
  fact,
  NOW,
} from '../__testUtils__/samples';
import { SavedScores } from './operations/saveScores';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('saving scores, %s', id => {
  it('drops what a slow writer computed beside an older row', async () => {
    const { store, save } = await createStore(databases, id);
    const { first } = await save(scoreOf('gateway', []), 0);
    expect(first).toHaveLength(1);
    await save(scoreOf('gateway', excellentFacts()));
    await save(scoreOf('gateway', []), 1);
    await save(scoreOf('gateway', []), 0);
    const stored = (await store.readScores([KEY])).get(KEY)!;
    expect(stored.score.score).toBeCloseTo(1, 12);
    expect(stored.revision).toBe(2);
  });

  it('gives back what it was given, in the words of the definition that judged it', async () => {
    const { store, knex, save } = await createStore(databases, id);
    const facts = [
      ...excellentFacts({ recordId: 'record-1' }),
      fact('slo.adherence', 0.5, { observedAt: daysBefore(3) }),
    ];
    const score = scoreOf('gateway', facts);
    await save(score);
    expect((await store.readScores([KEY])).get(KEY)?.score).toEqual(score);

    const [{ result }] = await knex('scores').select('result');
    expect(result.length).toBeLessThan(JSON.stringify(score).length / 2);
  });

  it('tells first scores, crossings and changes, and only those', async () => {
    const { save } = await createStore(databases, id);
    const good = excellentFacts();
    const bad = good.filter(({ name }) => name !== 'slo.adherence');
    const ready = (saved: SavedScores) => saved.crossed.map(c => c.ready);

    const first = await save(scoreOf('gateway', bad));
    expect(first).toMatchObject({ first: [{}], crossed: [], changed: 1 });
    const rose = await save(scoreOf('gateway', good));
    expect(rose).toMatchObject({ first: [], changed: 1 });
    expect(ready(rose)).toEqual([true]);
    const same = await save(scoreOf('gateway', good));
    expect(same).toEqual({ first: [], crossed: [], changed: 0 });
    expect(ready(await save(scoreOf('gateway', bad)))).toEqual([false]);
    expect(ready(await save(scoreOf('gateway', good)))).toEqual([true]);
    expect(ready(await save(scoreOf('gateway', [])))).toEqual([false]);
    const unknown = await save(scoreOf('gateway', []));
    expect(unknown).toEqual({ first: [], crossed: [], changed: 0 });
  });

  it('keeps hundreds at once, each as it is alone, and counts up those that say the same', async () => {
    const { store, save, knex } = await createStore(databases, id);
    const names = Array.from({ length: 450 }, (_, n) => `service-${n}`);
    const scores = names.map((name, n) =>
      scoreOf(name, [fact('slo.adherence', n / 1000)]),
    );
    const all = (changed: Score[]) =>
      store.transaction(tx =>
        store.saveScores(
          tx,
          changed.map(score => ({ score })),
        ),
      );
    expect((await all(scores)).first).toHaveLength(450);
    const later = new Date(NOW.getTime() + 60_000);
    const again = names.map((name, n) =>
      scoreOf(name, [fact('slo.adherence', n < 10 ? 1 : n / 1000)], later),
    );
    expect(await all(again)).toMatchObject({ first: [], changed: 10 });
    const kept = await store.readScores(again);
    for (const score of again) {
      expect(kept.get(score)).toMatchObject({ score, revision: 2 });
    }
    const [{ points }] = await knex('score_history').count({ points: '*' });
    expect(Number(points)).toBe(460);
    expect((await save(scoreOf('gateway', []))).first).toHaveLength(1);
  });

  it('lets two writers of the same new scores both come through, one after the other', async () => {
    const { store } = await createStore(databases, id);
    const saveAll = (slo: number, revision?: number) =>
      store.transaction(tx =>
        store.saveScores(
          tx,
          ['ledger', 'gateway', 'router'].map(name => ({
            score: scoreOf(name, [fact('slo.adherence', slo)]),
            revision,
          })),
        ),
      );
    const saved = await Promise.all([saveAll(0.25), saveAll(0.75)]);
    expect(saved.flatMap(({ first }) => first)).toHaveLength(3);
    expect((await store.readScores([KEY])).get(KEY)?.revision).toBe(2);

    const [one, other] = await Promise.all([saveAll(0, 2), saveAll(1, 2)]);
    expect([one.changed, other.changed].sort()).toEqual([0, 3]);
  });
});
