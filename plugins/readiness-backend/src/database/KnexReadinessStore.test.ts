import { TestDatabases } from '@backstage/backend-test-utils';
import { GateDecision } from '@maestro-conductor/plugin-readiness-common';
import { createStore, EVER, KEY, scoreOf } from '../__testUtils__/keptScores';
import {
  daysBefore,
  excellentFacts,
  fact,
  GATEWAY,
  NOW,
} from '../__testUtils__/samples';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { DEFAULT_SCORECARD } from '../domain/readSettings';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('KnexReadinessStore, %s', id => {
  it('counts versions up when the content changes, and only then', async () => {
    const { store } = await createStore(databases, id);
    const content = readScorecardConfig('prs', DEFAULT_SCORECARD.value);
    const [one, other] = await Promise.all([
      store.registerDefinition(content, NOW),
      store.registerDefinition(content, NOW),
    ]);
    expect([one.version, other.version]).toEqual([1, 1]);

    const changed = await store.registerDefinition(
      { ...content, threshold: 0.8 },
      NOW,
    );
    expect(changed.version).toBe(2);
    expect(await store.latestDefinition()).toEqual(changed);
    expect(
      await store.definitionChanges({ scorecard: 'prs', from: EVER }),
    ).toEqual([
      { version: 2, at: NOW.toISOString(), summary: 'threshold 0.9 → 0.8' },
    ]);
  });

  it('keeps a point for each change and one for each day, and rewrites none', async () => {
    const { store, save } = await createStore(databases, id);
    const hour = 3_600_000;
    const at = (hours: number) => new Date(NOW.getTime() + hours * hour);
    const facts = excellentFacts();
    await save(scoreOf('gateway', facts));
    await save(scoreOf('gateway', facts, at(1)));
    await save(scoreOf('gateway', facts, at(2)));
    await save(scoreOf('gateway', facts, at(13)));
    await save(scoreOf('gateway', facts, at(14)));
    await save(scoreOf('gateway', [fact('slo.adherence', 0)], at(15)));
    await save(scoreOf('gateway', [], at(16)));

    const points = await store.readHistory(KEY, EVER);
    expect(points.map(p => [p.at, p.score])).toEqual([
      [NOW.toISOString(), 1],
      [at(13).toISOString(), 1],
      [at(15).toISOString(), 0],
      [at(16).toISOString(), undefined],
    ]);
    expect(points[0]).toMatchObject({
      level: 'gold',
      definitionVersion: 1,
      threshold: 0.9,
      reconstructed: false,
    });
    const stored = (await store.readScores([KEY])).get(KEY)!;
    expect(stored).toMatchObject({ revision: 7, firstEvaluatedAt: NOW });
    expect(stored.score.evaluatedAt).toBe(at(16).toISOString());
  });

  it('keeps verdicts in the history', async () => {
    const { store, save } = await createStore(databases, id);
    await save(scoreOf('gateway', excellentFacts()));
    const [point] = await store.readHistory(KEY, EVER);
    expect(point.verdicts).toMatchObject({ slo: 'passed', evidence: 'passed' });
  });

  it('replaces reconstructed points only, and once per ticket', async () => {
    const { store, save } = await createStore(databases, id);
    await save(scoreOf('gateway', []));
    const ask = () =>
      store.transaction(tx => store.requestReconstructions(tx, [KEY], NOW));
    const point = (days: number) => ({
      at: daysBefore(days),
      score: 0.5,
      definitionVersion: 1,
      threshold: 0.9,
      points: {},
      reconstructed: true,
    });
    await ask();
    const [first] = await store.pendingReconstructions(10);
    await ask();
    const [second] = await store.pendingReconstructions(10);
    const finish = (what: typeof first, days: number[]) =>
      store.transaction(tx =>
        store.finishReconstruction(tx, what, days.map(point)),
      );
    await expect(finish(first, [3])).resolves.toBe(false);
    await expect(finish(second, [2, 1])).resolves.toBe(true);
    await expect(finish(second, [4])).resolves.toBe(false);
    const points = await store.readHistory(KEY, EVER);
    expect(points.map(p => [p.at, p.reconstructed])).toEqual([
      [daysBefore(2), true],
      [daysBefore(1), true],
      [NOW.toISOString(), false],
    ]);
    expect(await store.pendingReconstructions(10)).toEqual([]);
  });

  it('keeps gate decisions, and pages them, newest first', async () => {
    const { store } = await createStore(databases, id);
    const decision = (n: number): GateDecision => ({
      ...KEY,
      id: `00000000-0000-4000-8000-00000000000${n}`,
      commit: '',
      decision: 'pass',
      threshold: 0.9,
      blockers: [],
      warnings: [],
      dimensions: [],
      inputsDigest: 'd',
      askedBy: 'external:ci',
      decidedAt: daysBefore(n < 3 ? 2 : 1),
    });
    for (const n of [1, 2, 3]) await store.insertDecision(decision(n));
    expect(await store.readDecision(decision(1).id)).toEqual(decision(1));
    expect(await store.readDecision('none')).toBeUndefined();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.listDecisions({
        entityRef: GATEWAY,
        environment: 'production',
        limit: 1,
        cursor,
      });
      seen.push(...page.items.map(item => item.id.slice(-1)));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(['3', '2', '1']);
    const other = { entityRef: 'component:default/other', limit: 10 };
    expect(await store.listDecisions(other)).toEqual({ items: [] });
  });
});
