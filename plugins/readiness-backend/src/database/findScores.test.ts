import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import {
  Score,
  SCORE_PARTS,
  ScoreResult,
} from '@maestro-conductor/plugin-readiness-common';
import {
  byName,
  component,
  excellentFacts,
  GATEWAY,
  NOW,
} from '../__testUtils__/samples';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { DEFAULT_SCORECARD } from '../domain/readSettings';
import { scoreResult } from '../domain/scoreResult';
import { KnexReadinessStore } from './KnexReadinessStore';
import { migrationsDir } from './migrations';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const projection = new CatalogProjection();
const ALL: EntityRestriction = { unknownRule: false, apply: query => query };
const LEDGER = 'component:default/ledger';
const REQUEST = {
  scorecard: 'prs',
  environment: 'production',
  entityRefs: [LEDGER, 'component:default/nowhere', GATEWAY],
};
const CONTENT = readScorecardConfig('prs', DEFAULT_SCORECARD.value);

function versionsOf(scores: ReadonlyMap<string, Score>): number[] {
  const versions = [...scores.values()].map(score => score.definitionVersion);
  return [...new Set(versions)].sort((a, b) => a - b);
}

async function create(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const store = new KnexReadinessStore({ knex, projection });
  const definition = await store.registerDefinition(CONTENT, NOW);
  const entities = ['gateway', 'ledger'].map(name => component(name));
  await knex.transaction(tx => projection.upsert(tx, entities));
  const save = async (
    name: string,
    coverage: number,
    { now = NOW, by = definition } = {},
  ) => {
    const score = evaluateScorecard({
      definition: by,
      tenant: 'default',
      entityRef: stringifyEntityRef(component(name)),
      environment: 'production',
      entity: component(name),
      facts: byName(
        excellentFacts().map(fact =>
          fact.name === 'test.coverage.lines'
            ? { ...fact, value: coverage }
            : fact,
        ),
      ),
      now,
    });
    await store.transaction(tx => store.saveScores(tx, [{ score }]));
    return score;
  };
  /** Reads both forms, which are always of the same scores. */
  const find = async (restriction = ALL, request = REQUEST) => {
    const scores = await store.findScores(restriction, request);
    for (const parts of [[], [...SCORE_PARTS]]) {
      const found = await store.findScoreTexts(restriction, {
        ...request,
        parts,
      });
      const parsed = new Map<string, ScoreResult>(
        [...found.texts].map(([ref, text]) => [
          ref,
          JSON.parse(text.toString()),
        ]),
      );
      expect(parsed).toEqual(
        new Map(
          [...scores].map(([ref, score]) => [ref, scoreResult(score, parts)]),
        ),
      );
      expect(found.definitions.map(({ version }) => version)).toEqual(
        versionsOf(scores),
      );
    }
    return scores;
  };
  return { knex, store, save, find };
}

describe.each(databases.eachSupportedId())('scores by entity, %s', id => {
  it('are what was written last, whatever was read before', async () => {
    const { knex, store, save, find } = await create(id);
    expect((await find()).size).toBe(0);
    const first = await save('gateway', 0.9);
    const ledger = await save('ledger', 0.4);
    expect(await find()).toEqual(
      new Map([
        [GATEWAY, first],
        [LEDGER, ledger],
      ]),
    );
    // A change, and an evaluation that found none.
    const changed = await save('gateway', 0.5);
    expect((await find()).get(GATEWAY)).toEqual(changed);
    const later = new Date(NOW.getTime() + 60_000);
    const same = await save('gateway', 0.5, { now: later });
    expect((await find()).get(GATEWAY)).toEqual(same);
    expect(same.evaluatedAt).toBe(later.toISOString());

    // A row that went, and begins anew at the same moment.
    await store.transaction(tx => store.removeScores(tx, [LEDGER]));
    expect([...(await find()).keys()]).toEqual([GATEWAY]);
    const anew = await save('ledger', 0.7);
    expect((await find()).get(LEDGER)).toEqual(anew);

    // Another configuration may bring other words for the same rule.
    const [coverage, ...rest] = CONTENT.dimensions;
    await store.registerDefinition(
      {
        ...CONTENT,
        dimensions: [{ ...coverage, title: 'Lines tested' }, ...rest],
      },
      NOW,
    );
    expect((await find()).get(GATEWAY)?.dimensions[0].title).toBe(
      'Lines tested',
    );

    // What is gone from the catalog has no score.
    await knex.transaction(tx => projection.remove(tx, [LEDGER], NOW));
    expect([...(await find()).keys()]).toEqual([GATEWAY]);
  });

  it('come with the versions that judged them, each once', async () => {
    const { store, save, find } = await create(id);
    await save('gateway', 0.9);
    await save('ledger', 0.4);
    const stricter = { ...CONTENT, threshold: 0.95 };
    const second = await store.registerDefinition(stricter, NOW);
    const versions = async () =>
      (
        await store.findScoreTexts(ALL, { ...REQUEST, parts: [] })
      ).definitions.map(({ version, threshold }) => [version, threshold]);
    expect(await versions()).toEqual([[1, 0.9]]);
    await save('ledger', 0.4, { by: second });
    expect((await find()).get(LEDGER)?.threshold).toBe(0.95);
    expect(await versions()).toEqual([
      [1, 0.9],
      [2, 0.95],
    ]);
    await save('gateway', 0.9, { by: second });
    expect(await versions()).toEqual([[2, 0.95]]);
  });

  it('are looked up, and not looked for among all of the environment', async () => {
    const { knex, store } = await create(id);
    // PostgreSQL decides by its statistics, which a small table does not lead astray.
    if (id !== 'SQLITE_3') return;
    const asked: Knex.Sql[] = [];
    knex.on('query', query => asked.push(query));
    const entityRefs = Array.from(
      { length: 1000 },
      (_, i) => `component:a/${i}`,
    );
    await store.findScores(ALL, { ...REQUEST, entityRefs });
    const [{ sql, bindings }] = asked;
    const plan = await knex.raw(`explain query plan ${sql}`, bindings);
    const steps: string[] = plan.map(
      ({ detail }: { detail: string }) => detail,
    );
    expect(steps.join('\n')).toMatch(/SEARCH s USING INDEX .*entity_ref=\?/);
  });

  it('are of the scorecard and environment asked for', async () => {
    const { save, find } = await create(id);
    await save('gateway', 0.9);
    const none = { size: 0 };
    expect(await find(ALL, { ...REQUEST, scorecard: 'sec' })).toMatchObject(
      none,
    );
    expect(
      await find(ALL, { ...REQUEST, environment: 'staging' }),
    ).toMatchObject(none);
  });

  it('are those that the reader may see', async () => {
    const { save, find } = await create(id);
    await save('gateway', 0.9);
    await save('ledger', 0.4);
    const seen: EntityRestriction = {
      unknownRule: false,
      apply: (query, column) => {
        query.where(column, LEDGER);
        return query;
      },
    };
    expect([...(await find(seen)).keys()]).toEqual([LEDGER]);
    const asked: EntityRestriction = {
      unknownRule: true,
      apply: query => query,
      filterPage: async refs => refs.filter(ref => ref === GATEWAY),
    };
    expect([...(await find(asked)).keys()]).toEqual([GATEWAY]);
  });
});
