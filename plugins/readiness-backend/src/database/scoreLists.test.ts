import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProjection,
  EntityFilter,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import {
  byName,
  component,
  daysBefore,
  excellentFacts,
  group,
  NOW,
} from '../__testUtils__/samples';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { DEFAULT_SCORECARD } from '../domain/readSettings';
import { rollUpTeams } from '../domain/rollUpTeams';
import { ScoreIndex } from '../service/ScoreIndex';
import { KnexReadinessStore } from './KnexReadinessStore';
import { migrationsDir } from './migrations';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const projection = new CatalogProjection();
const SERVICES = {
  scorecard: 'prs',
  environment: 'production',
  filter: { kind: 'component' },
};

function restricted(filter: EntityFilter): EntityRestriction {
  return {
    unknownRule: false,
    filter,
    apply: (query, column) => projection.whereVisible(query, filter, column),
  };
}
const ALL = restricted({ allOf: [] });

function service(
  name: string,
  owners: string[],
  more: { tags?: string[]; system?: string; lifecycle?: string } = {},
): Entity {
  const { metadata, spec, ...rest } = component(name);
  return {
    ...rest,
    metadata: { ...metadata, ...(more.tags && { tags: more.tags }) },
    spec: {
      ...spec,
      owner: owners[0],
      lifecycle: more.lifecycle ?? 'production',
    },
    relations: [
      ...owners.map(targetRef => ({ type: 'ownedBy', targetRef })),
      ...(more.system ? [{ type: 'partOf', targetRef: more.system }] : []),
    ],
  };
}

async function create(id: TestDatabaseId) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const store = new KnexReadinessStore({ knex, projection });
  const definition = await store.registerDefinition(
    readScorecardConfig('prs', DEFAULT_SCORECARD.value),
    NOW,
  );
  /** As the feed brings them: with the position moved. */
  const project = async (entities: Entity[], deleted: string[] = []) =>
    knex.transaction(async tx => {
      await projection.upsert(tx, entities);
      await projection.remove(tx, deleted, NOW);
      await projection.rebuildGroupClosure(tx);
      await tx('feed_cursors')
        .insert({ name: 'evidence', position: 0, updated_at: NOW })
        .onConflict('name')
        .ignore();
      await tx('feed_cursors').update({ position: tx.raw('position + 1') });
    });
  /** Scores an entity; the facts named are not there. */
  const save = async (entity: Entity, missing: string[] = [], now = NOW) => {
    const facts = excellentFacts().filter(
      ({ name }) => !missing.includes(name),
    );
    const score = evaluateScorecard({
      definition,
      tenant: 'default',
      entityRef: stringifyEntityRef(entity),
      environment: 'production',
      entity,
      facts: byName(facts),
      now,
    });
    await store.transaction(tx => store.saveScores(tx, [{ score }]));
  };
  const list = async (filter: ScoreFilter, restriction = ALL) => {
    const page = await store.listScores(restriction, {
      ...SERVICES,
      filter,
      sort: 'title',
      order: 'asc',
      limit: 20,
      changeSince: new Date(daysBefore(7)),
    });
    const names = page.items.map(({ entityRef }) => entityRef.split('/')[1]);
    expect(page.totalItems).toBe(names.length);
    return names;
  };
  const index = new ScoreIndex({ store });
  const teams = async (restriction = ALL, on = index) => {
    const read = await on.read(SERVICES, {
      services: restriction,
      groups: ALL,
    });
    return rollUpTeams(
      read.groups,
      read.closure,
      read.services,
      read.included,
    ).map(({ title, services, ready }) => [title, services, ready]);
  };
  return { knex, store, project, save, list, teams };
}

const gateway = service('gateway', ['group:default/edge-team'], {
  tags: ['Java', 'api'],
  system: 'system:default/ingest',
});
const ledger = service('ledger', ['group:default/platform'], {
  tags: ['java'],
  system: 'system:default/graph',
  lifecycle: 'Experimental',
});
const router = service('router', ['group:default/ai-team']);
const system: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'ingest', namespace: 'default', title: 'Ingest' },
  spec: {},
};

async function filled(id: TestDatabaseId) {
  const made = await create(id);
  await made.project([
    group('platform'),
    group('edge-team', 'platform'),
    group('ai-team'),
    system,
    gateway,
    ledger,
    router,
  ]);
  await made.save(gateway);
  await made.save(ledger, ['load.passed_at', 'load.passed']);
  await made.save(
    router,
    excellentFacts().map(({ name }) => name),
  );
  return made;
}

describe.each(databases.eachSupportedId())('lists of scores, %s', id => {
  it('narrows by each field, and by all together', async () => {
    const { list } = await filled(id);
    const cases: [ScoreFilter, string[]][] = [
      [{}, ['gateway', 'ledger', 'router']],
      [{ owner: ['group:default/platform'] }, ['gateway', 'ledger']],
      [
        { owner: ['group:default/edge-team', 'group:default/ai-team'] },
        ['gateway', 'router'],
      ],
      [{ system: ['system:default/ingest'] }, ['gateway']],
      [{ lifecycle: ['experimental'] }, ['ledger']],
      [{ tag: ['java'] }, ['gateway', 'ledger']],
      [{ tag: ['api', 'none'] }, ['gateway']],
      [{ level: ['gold'] }, ['gateway', 'ledger']],
      [{ level: ['none'] }, ['router']],
      [{ level: ['gold', 'none'] }, ['gateway', 'ledger', 'router']],
      [{ level: ['bronze'] }, []],
      [{ verdict: ['no-data'] }, ['ledger', 'router']],
      [{ verdict: ['no-data'], dimension: 'k6_recency' }, ['ledger', 'router']],
      [{ verdict: ['no-data'], dimension: 'coverage' }, ['router']],
      [
        { verdict: ['passed', 'failed'], dimension: 'coverage' },
        ['gateway', 'ledger'],
      ],
      [{ verdict: ['stale', 'errored', 'exempt'] }, []],
      // Names and verdicts are taken literally.
      [{ verdict: ['no-data'], dimension: 'k6%' }, []],
      [{ verdict: ['no-data'], dimension: 'k6_recenc_' }, []],
      [
        { tag: ['java'], lifecycle: ['production'], level: ['gold'] },
        ['gateway'],
      ],
      [{ owner: ['group:default/platform'], verdict: ['no-data'] }, ['ledger']],
      [{ search: 'edg', tag: ['java'] }, ['ledger']],
    ];
    for (const [filter, expected] of cases) {
      expect([filter, await list(filter)]).toEqual([filter, expected]);
    }
  });

  it('counts facets as the list would be long', async () => {
    const { store, list } = await filled(id);
    const facets = await store.countFacets(ALL, { ...SERVICES, filter: {} });
    expect(facets.system).toEqual([
      {
        value: 'system:default/graph',
        title: 'system:default/graph',
        services: 1,
      },
      { value: 'system:default/ingest', title: 'Ingest', services: 1 },
    ]);
    expect(facets.tag).toEqual([
      { value: 'java', title: 'java', services: 2 },
      { value: 'api', title: 'api', services: 1 },
    ]);
    const filter: ScoreFilter = { tag: ['java'], verdict: ['no-data'] };
    for (const chosen of [{}, filter]) {
      const counts = await store.countFacets(ALL, {
        ...SERVICES,
        filter: chosen,
      });
      for (const field of ['system', 'lifecycle', 'tag', 'level', 'verdict']) {
        for (const { value = 'none', services } of counts[
          field as keyof typeof counts
        ]) {
          const listed = await list({ ...chosen, [field]: [value] });
          expect([field, value, listed.length]).toEqual([
            field,
            value,
            services,
          ]);
        }
      }
    }
  });

  it('counts and sums only what the reader may see', async () => {
    const { store, list, teams } = await filled(id);
    const ownGroup = restricted({
      search: { key: 'relations.ownedby', values: ['group:default/edge-team'] },
    });
    expect(await list({}, ownGroup)).toEqual(['gateway']);
    const facets = await store.countFacets(ownGroup, {
      ...SERVICES,
      filter: {},
    });
    expect(facets.tag.map(({ value, services }) => [value, services])).toEqual([
      ['api', 1],
      ['java', 1],
    ]);
    expect(facets.level).toMatchObject([{ value: 'gold', services: 1 }]);
    expect(await teams(ownGroup)).toEqual([
      ['ai-team', 0, 0],
      ['platform', 1, 1],
      ['edge-team', 1, 1],
    ]);
    expect(await teams()).toEqual([
      ['ai-team', 1, 0],
      ['platform', 2, 2],
      ['edge-team', 1, 1],
    ]);
    const unknown: EntityRestriction = {
      unknownRule: true,
      apply: query => query,
      filterPage: async refs => refs.filter(ref => ref.endsWith('ledger')),
    };
    expect(await teams(unknown)).toEqual([
      ['ai-team', 0, 0],
      ['platform', 1, 1],
      ['edge-team', 0, 0],
    ]);
    const filtered = await store.countFacets(unknown, {
      ...SERVICES,
      filter: {},
    });
    expect(filtered.lifecycle).toEqual([
      { value: 'experimental', title: 'experimental', services: 1 },
    ]);
    const none = restricted({ anyOf: [] });
    expect(await list({}, none)).toEqual([]);
    expect(await teams(none)).toEqual([
      ['ai-team', 0, 0],
      ['platform', 0, 0],
      ['edge-team', 0, 0],
    ]);
  });

  it('sees at once what another replica wrote', async () => {
    const { store, save, project, teams } = await filled(id);
    const other = new ScoreIndex({ store });
    expect(await teams(ALL, other)).toContainEqual(['ai-team', 1, 0]);
    await save(router, [], new Date(NOW.getTime() + 1000));
    expect(await teams(ALL, other)).toContainEqual(['ai-team', 1, 1]);
    await project([], ['component:default/router']);
    expect(await teams(ALL, other)).toContainEqual(['ai-team', 0, 0]);
  });

  it('does not hold what it could not read', async () => {
    const { store, teams } = await filled(id);
    const failing = jest
      .spyOn(store, 'readServices')
      .mockRejectedValueOnce(new Error('away'));
    await expect(teams()).rejects.toThrow('away');
    expect(await teams()).toHaveLength(3);
    expect(failing).toHaveBeenCalledTimes(2);
    await Promise.all([teams(), teams()]);
    expect(failing).toHaveBeenCalledTimes(2);
  });

  it('gives services without an owner that exists a row of their own', async () => {
    const { project, save, teams, list } = await filled(id);
    const strays = [
      service('nobodys', []),
      service('lost', ['group:default/gone']),
      service('hers', ['user:default/mona']),
      service('shared', ['user:default/mona', 'group:default/ai-team']),
    ];
    await project(strays);
    for (const stray of strays) await save(stray);
    expect(await teams()).toEqual([
      ['ai-team', 2, 1],
      ['platform', 2, 2],
      ['edge-team', 1, 1],
      ['No owner', 3, 3],
    ]);
    expect(await list({ owner: ['user:default/mona'] })).toEqual([
      'hers',
      'shared',
    ]);
    expect(await list({ owner: ['group:default/gone'] })).toEqual(['lost']);
    expect(await list({ owner: ['none'] })).toEqual([
      'hers',
      'lost',
      'nobodys',
    ]);
    expect(await list({ owner: ['none', 'group:default/ai-team'] })).toEqual(
      expect.arrayContaining(['hers', 'lost', 'nobodys', 'shared']),
    );
  });

  it('survives groups in a circle', async () => {
    const { project, teams, list } = await filled(id);
    await project([group('platform', 'edge-team')]);
    expect(await teams()).toEqual([
      ['ai-team', 1, 0],
      ['edge-team', 2, 2],
      ['platform', 2, 2],
    ]);
    for (const name of ['edge-team', 'platform']) {
      expect(await list({ owner: [`group:default/${name}`] })).toEqual([
        'gateway',
        'ledger',
      ]);
    }
  });

  it('drops a deleted entity at once, and takes its history up again when it is back', async () => {
    const { store, project, save, teams, list } = await filled(id);
    const key = {
      tenant: 'default',
      scorecard: 'prs',
      entityRef: 'component:default/gateway',
      environment: 'production',
    };
    await project([], [key.entityRef]);
    expect(await list({})).toEqual(['ledger', 'router']);
    expect(await teams()).toContainEqual(['edge-team', 0, 0]);
    const facets = await store.countFacets(ALL, { ...SERVICES, filter: {} });
    expect(facets.tag).toEqual([{ value: 'java', title: 'java', services: 1 }]);

    await store.transaction(tx => store.removeScores(tx, [key.entityRef]));
    await project([gateway]);
    const later = new Date(NOW.getTime() + 3_600_000);
    await save(gateway, ['slo.adherence'], later);
    expect(await list({ tag: ['api'] })).toEqual(['gateway']);
    const points = await store.readHistory(key, new Date(0));
    expect(points.map(({ at }) => at)).toEqual([
      NOW.toISOString(),
      later.toISOString(),
    ]);
    expect(await store.readPointAt(key, NOW)).toMatchObject({ score: 1 });
    expect(
      await store.readPointAt(key, new Date(NOW.getTime() - 1)),
    ).toBeUndefined();
  });
});
