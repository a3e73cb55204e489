import { TestDatabases } from '@backstage/backend-test-utils';
import { EntityRestriction } from '@maestro-conductor/backend-kit';
import { ScoreListItem } from '@maestro-conductor/plugin-readiness-common';
import {
  ALL,
  createFilledStore,
  projection,
  scoreOf,
} from '../__testUtils__/keptScores';
import { daysBefore } from '../__testUtils__/samples';
import { ScoreListRequest } from './operations/listScores';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

describe.each(databases.eachSupportedId())('pages of scores, %s', id => {
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
    const { store } = await createFilledStore(databases, id);
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
    expect(await walk('score', 'asc')).toEqual(['ledger', 'router', 'gateway']);
    expect(await walk('score', 'desc')).toEqual([
      'gateway',
      'router',
      'ledger',
    ]);
    expect(await walk('title', 'asc')).toEqual(['gateway', 'ledger', 'router']);
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
    const { store, save } = await createFilledStore(databases, id);
    await save(scoreOf('unscored', []));
    for (const order of ['asc', 'desc'] as const) {
      const page = await store.listScores(ALL, { ...request, order });
      expect(page.items.at(-1)).toMatchObject({ title: 'The unscored' });
      expect(page.items.at(-1)).not.toHaveProperty('score');
    }
  });

  it('says what changed in 7 days, and nothing where there was no score then', async () => {
    const { store } = await createFilledStore(databases, id);
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
    [{ filter: { owner: ['group:default/platform'] } }, ['ledger', 'gateway']],
    [{ filter: { owner: ['group:default/edge-team'] } }, ['gateway']],
    [{ filter: { owner: ['group:default/nobody'] } }, []],
    [{ filter: { search: 'ROUT' } }, ['router']],
    [{ filter: { search: 'the g' } }, ['gateway']],
    [{ filter: { search: '%' } }, []],
    [{ filter: { search: '_' } }, []],
    [{ environment: 'staging' }, []],
  ])('filters by %j', async (filter, expected) => {
    const { store } = await createFilledStore(databases, id);
    const page = await store.listScores(ALL, { ...request, ...filter });
    expect(names(page.items)).toEqual(expected);
    expect(page.totalItems).toBe(expected.length);
  });

  it('shows only what the reader may see, and counts only that', async () => {
    const { store } = await createFilledStore(databases, id);
    const filter = { search: { key: 'metadata.name', values: ['router'] } };
    const some: EntityRestriction = {
      unknownRule: false,
      filter,
      apply: (query, column) => projection.whereVisible(query, filter, column),
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
    const { store } = await createFilledStore(databases, id);
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
});
