import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  GateDecision,
  Score,
  ScoreListItem,
} from '@maestro-conductor/plugin-readiness-common';
import {
  byName,
  component,
  daysBefore,
  excellentFacts,
  fact,
  GATEWAY,
  group,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { DEFAULT_SCORECARD } from '../domain/readSettings';
import { SavedScores } from './operations/saveScores';
import { KnexReadinessStore } from './KnexReadinessStore';
import { migrationsDir } from './migrations';
import { ScoreListRequest } from './operations/listScores';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const projection = new CatalogProjection();
const ALL: EntityRestriction = { unknownRule: false, apply: query => query };

async function create(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const store = new KnexReadinessStore({ knex, projection });
  await store.registerDefinition(
    readScorecardConfig('prs', DEFAULT_SCORECARD.value),
    NOW,
  );
  const project = async (...entities: Entity[]) =>
    knex.transaction(async tx => {
      await projection.upsert(tx, entities);
      await projection.rebuildGroupClosure(tx);
    });
  const save = async (score: Score, revision?: number) =>
    store.transaction(tx => store.saveScores(tx, [{ score, revision }]));
  return { knex, store, project, save };
}

function scoreOf(name: string, facts: Fact[], now = NOW): Score {
  const entity = component(name);
  return evaluateScorecard({
    definition: PRS,
    tenant: 'default',
    entityRef: stringifyEntityRef(entity),
    environment: 'production',
    entity,
    facts: byName(facts),
    now,
  });
}

const KEY = {
  tenant: 'default',
  scorecard: 'prs',
  entityRef: GATEWAY,
  environment: 'production',
};
const EVER = new Date(0);

describe.each(databases.eachSupportedId())('KnexReadinessStore, %s', id => {
  it('counts versions up when the content changes, and only then', async () => {
    const { store } = await create(id);
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
    const { store, save } = await create(id);
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

  it('drops what a slow writer computed beside an older row', async () => {
    const { store, save } = await create(id);
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
    const { store, knex, save } = await create(id);
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
    const { save } = await create(id);
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

  it('keeps verdicts in the history', async () => {
    const { store, save } = await create(id);
    await save(scoreOf('gateway', excellentFacts()));
    const [point] = await store.readHistory(KEY, EVER);
    expect(point.verdicts).toMatchObject({ slo: 'passed', evidence: 'passed' });
  });

  it('keeps hundreds at once, each as it is alone, and counts up those that say the same', async () => {
    const { store, save, knex } = await create(id);
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
    const { store } = await create(id);
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

  it('replaces reconstructed points only, and once per ticket', async () => {
    const { store, save } = await create(id);
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

  describe('lists', () => {
    async function filled() {
      const made = await create(id);
      await made.project(
        group('platform'),
        group('edge-team', 'platform'),
        group('ai-team'),
        component('gateway', 'group:default/edge-team'),
        component('ledger', 'group:default/platform'),
        component('router', 'group:default/ai-team'),
        component('unscored', 'group:default/ai-team'),
      );
      const old = new Date(daysBefore(10));
      await made.save(scoreOf('gateway', [fact('slo.adherence', 0)], old));
      await made.save(scoreOf('gateway', excellentFacts()));
      await made.save(scoreOf('ledger', [fact('slo.adherence', 0.5)]));
      await made.save(scoreOf('router', [fact('slo.adherence', 1)], old));
      await made.save(scoreOf('router', [fact('slo.adherence', 0.9)]));
      return made;
    }
    const request: ScoreListRequest = {
      scorecard: 'prs',
      environment: 'production',
      filter: {},
      sort: 'score',
      order: 'asc',
      limit: 20,
      changeSince: new Date(daysBefore(7)),
    };
    const names = (items: ScoreListItem[]) =>
      items.map(item => item.entityRef.split('/')[1]);

    it('sorts and pages in SQL', async () => {
      const { store } = await filled();
      const walk = async (
        sort: ScoreListRequest['sort'],
        order: 'asc' | 'desc',
      ) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await store.listScores(ALL, {
            ...request,
            sort,
            order,
            limit: 1,
            cursor,
          });
          expect(page.totalItems).toBe(3);
          seen.push(...names(page.items));
          cursor = page.nextCursor;
        } while (cursor);
        return seen;
      };
      expect(await walk('score', 'asc')).toEqual([
        'ledger',
        'router',
        'gateway',
      ]);
      expect(await walk('score', 'desc')).toEqual([
        'gateway',
        'router',
        'ledger',
      ]);
      expect(await walk('title', 'asc')).toEqual([
        'gateway',
        'ledger',
        'router',
      ]);
      expect(await walk('owner', 'desc')).toEqual([
        'ledger',
        'gateway',
        'router',
      ]);
      expect(await walk('change', 'desc')).toEqual([
        'gateway',
        'router',
        'ledger',
      ]);
    });

    it('puts what has no score last in either order', async () => {
      const { store, save } = await filled();
      await save(scoreOf('unscored', []));
      for (const order of ['asc', 'desc'] as const) {
        const page = await store.listScores(ALL, { ...request, order });
        expect(page.items.at(-1)).toMatchObject({ title: 'The unscored' });
        expect(page.items.at(-1)).not.toHaveProperty('score');
      }
    });

    it('says what changed in 7 days, and nothing where there was no score then', async () => {
      const { store } = await filled();
      const { items } = await store.listScores(ALL, {
        ...request,
        sort: 'title',
      });
      expect(items[0].change).toBeCloseTo(1, 12);
      expect(items[0]).toMatchObject({
        title: 'The gateway',
        owner: 'group:default/edge-team',
        lifecycle: 'production',
      });
      expect(items[1]).not.toHaveProperty('change');
      expect(items[2].change).toBeCloseTo(-0.025, 12);
    });

    it.each<[Partial<ScoreListRequest>, string[]]>([
      [
        { filter: { owner: ['group:default/platform'] } },
        ['ledger', 'gateway'],
      ],
      [{ filter: { owner: ['group:default/edge-team'] } }, ['gateway']],
      [{ filter: { owner: ['group:default/nobody'] } }, []],
      [{ filter: { search: 'ROUT' } }, ['router']],
      [{ filter: { search: 'the g' } }, ['gateway']],
      [{ filter: { search: '%' } }, []],
      [{ filter: { search: '_' } }, []],
      [{ environment: 'staging' }, []],
    ])('filters by %j', async (filter, expected) => {
      const { store } = await filled();
      const page = await store.listScores(ALL, { ...request, ...filter });
      expect(names(page.items)).toEqual(expected);
      expect(page.totalItems).toBe(expected.length);
    });

    it('shows only what the reader may see, and counts only that', async () => {
      const { store } = await filled();
      const filter = { search: { key: 'metadata.name', values: ['router'] } };
      const some: EntityRestriction = {
        unknownRule: false,
        filter,
        apply: (query, column) =>
          projection.whereVisible(query, filter, column),
      };
      const page = await store.listScores(some, request);
      expect(names(page.items)).toEqual(['router']);
      expect(page.totalItems).toBe(1);

      const unknown: EntityRestriction = {
        unknownRule: true,
        apply: query => query,
        filterPage: async refs => refs.filter(ref => ref.endsWith('ledger')),
      };
      const filtered = await store.listScores(unknown, request);
      expect(names(filtered.items)).toEqual(['ledger']);
      expect(filtered).not.toHaveProperty('totalItems');
    });

    it('refuses a cursor of another list', async () => {
      const { store } = await filled();
      const { nextCursor: cursor } = await store.listScores(ALL, {
        ...request,
        limit: 1,
      });
      await expect(
        store.listScores(ALL, { ...request, sort: 'title', cursor }),
      ).rejects.toThrow(/cursor is of a list with another sort or order/);
      await expect(
        store.listScores(ALL, { ...request, cursor: '!!' }),
      ).rejects.toThrow(/cursor/);
    });

    it('reads services with and without a score, and groups with their parents', async () => {
      const { store } = await filled();
      const services = await store.readServices({
        ...request,
        filter: { kind: 'component' },
      });
      expect(services).toHaveLength(4);
      const unscored = services.find(s => s.entityRef.endsWith('unscored'))!;
      expect(unscored).toEqual({
        entityRef: 'component:default/unscored',
        ownerRefs: ['group:default/ai-team'],
        ready: false,
      });
      const { groups } = await store.readGroups();
      expect(groups).toContainEqual({
        groupRef: 'group:default/edge-team',
        title: 'edge-team',
        parentRef: 'group:default/platform',
      });
    });

    it('knows what is due and what is obsolete', async () => {
      const { store, knex } = await filled();
      const due = (before: Date, definitionVersion = 1) =>
        store.dueEntities({
          scorecard: 'prs',
          environment: 'production',
          filter: { kind: 'component' },
          due: { definitionVersion, before },
          whole: true,
          limit: 10,
        });
      const [unscored, ...others] = await due(EVER);
      expect(others).toEqual([]);
      expect(unscored).toMatchObject({
        entityRef: 'component:default/unscored',
        tenant: 'default',
        revision: 0,
        entity: { metadata: { name: 'unscored' } },
      });
      expect(await due(EVER, 2)).toHaveLength(4);
      expect(await due(new Date(NOW.getTime() + 1))).toHaveLength(4);

      const all4 = { environment: 'production', filter: { kind: 'component' } };
      const page = (after?: string) =>
        store.dueEntities({
          ...all4,
          scorecard: 'prs',
          whole: false,
          after,
          limit: 3,
        });
      const first = await page();
      expect(first.map(({ revision }) => revision)).toEqual([2, 1, 2]);
      expect(() => first[0].entity).toThrow('was read without its entity');
      const second = await page(first[2].entityRef);
      expect(second.map(({ entityRef }) => entityRef)).toEqual([
        'component:default/unscored',
      ]);

      const clean = (environments: string[], names_: string[]) =>
        store.removeObsoleteScores({
          scorecard: 'prs',
          environments,
          filter: { 'metadata.name': { $in: names_ } },
        });
      const all = ['gateway', 'ledger', 'router'];
      expect(await clean(['production'], all)).toBe(0);
      expect(await clean(['production'], ['gateway', 'ledger'])).toBe(1);
      await knex.transaction(tx => projection.remove(tx, [GATEWAY], NOW));
      expect(await clean(['production'], all)).toBe(1);
      expect(await clean(['staging'], all)).toBe(1);
      expect(await store.readHistory(KEY, EVER)).toHaveLength(2);
    });
  });

  it('keeps gate decisions, and pages them, newest first', async () => {
    const { store } = await create(id);
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
