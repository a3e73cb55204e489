import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  OBJECTIVE_SORTS,
  ObjectiveItem,
} from '@maestro-conductor/plugin-slo-common';
import {
  createBoards,
  entity,
  EVERYTHING,
  onlySees,
  stateOf,
} from '../__testUtils__/createBoards';
import { idOf, objective } from '../__testUtils__/objectives';
import { BoardRequest } from './BoardStore';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });

const GATEWAY = 'component:default/gateway';
const LEDGER = 'component:default/ledger';
const WIKI = 'component:default/wiki';

const burning = objective({ slo: 'burning', entityRef: LEDGER });
const usedUp = objective({ slo: 'used-up' });
const warning = objective({ slo: 'warning', entityRef: LEDGER });
const fine = objective({
  slo: 'fine',
  window: { kind: 'rolling', duration: '7d' },
});
const unseen = objective({ slo: 'unseen', environment: 'staging' });
const pending = objective({ slo: 'pending', entityRef: WIKI });
const gone = objective({ slo: 'gone', entityRef: 'component:default/gone' });

async function create(databaseId: TestDatabaseId) {
  const world = await createBoards(databases, databaseId);
  await world.put(
    entity('Group', 'company'),
    entity('Group', 'platform', { parent: 'company', title: 'Platform' }),
    entity('Group', 'edge', { parent: 'platform', title: 'Edge' }),
    entity('Group', 'empty', { parent: 'company' }),
    entity('Component', 'gateway', { owner: 'edge', title: 'The 100% gate' }),
    entity('Component', 'ledger', { owner: 'platform' }),
    entity('Component', 'wiki', { owner: 'user:default/nobody' }),
  );
  await world.declare(burning, usedUp, warning, fine, unseen, pending, gone);
  await world.evaluate(
    {
      definition: burning,
      state: stateOf('ok', {
        budgetLeft: 0.8,
        actual: 0.998,
        burn: 20,
        firing: 'page-1h',
      }),
    },
    {
      definition: usedUp,
      state: stateOf('breached', { budgetLeft: -0.5, actual: 0.98, burn: 0.4 }),
    },
    {
      definition: warning,
      state: stateOf('warning', { budgetLeft: 0.1, actual: 0.991, burn: 1.2 }),
    },
    {
      definition: fine,
      state: stateOf('ok', { budgetLeft: 0.9, actual: 0.999, burn: 0 }),
    },
    { definition: unseen, state: stateOf('insufficient-data') },
    { definition: gone, state: stateOf('breached', { budgetLeft: -9 }) },
  );
  const names = ({ items }: { items: ObjectiveItem[] }) =>
    items.map(item => item.objective.slo);
  const list = async (
    request: Partial<BoardRequest> = {},
    restriction = EVERYTHING,
  ) =>
    names(
      await world.boards.listBoard(restriction, {
        sort: 'urgency',
        order: 'asc',
        limit: 50,
        ...request,
      }),
    );
  return { ...world, list, names };
}

describe.each(databases.eachSupportedId())('KnexBoardStore, %s', id => {
  it('sorts by urgency and by each number, what is unknown last', async () => {
    const { list } = await create(id);
    const byUrgency = ['burning', 'used-up', 'warning'];
    const rest = (await list()).slice(3);
    expect(await list()).toEqual([...byUrgency, ...rest]);
    expect(rest.slice(0, 2).sort()).toEqual(['pending', 'unseen']);
    expect(rest[2]).toBe('fine');

    const known = ['used-up', 'warning', 'burning', 'fine'];
    const budget = async (order: 'asc' | 'desc') =>
      (await list({ sort: 'budget', order })).slice(0, 4);
    expect(await budget('asc')).toEqual(known);
    expect(await budget('desc')).toEqual([...known].reverse());
    expect((await list({ sort: 'burn', order: 'desc' })).slice(0, 4)).toEqual([
      'burning',
      'warning',
      'used-up',
      'fine',
    ]);
    expect((await list({ sort: 'actual' })).slice(0, 2)).toEqual([
      'used-up',
      'warning',
    ]);
    expect(await list({ sort: 'title' })).toEqual([
      'burning',
      'fine',
      'pending',
      'unseen',
      'used-up',
      'warning',
    ]);
    expect((await list({ sort: 'entity' })).slice(0, 2)).toEqual([
      'burning',
      'warning',
    ]);
  });

  it.each([
    ['a group that holds others', { owners: ['group:default/company'] }, 5],
    ['a nested group', { owners: ['group:default/edge'] }, 3],
    ['a person', { owners: ['user:default/nobody'] }, 1],
    ['what no group owns', { owners: ['none'] }, 1],
    ['a group or none', { owners: ['none', 'group:default/edge'] }, 4],
    ['nobody at all', { owners: [] }, 0],
    ['entities', { entityRefs: [WIKI, LEDGER] }, 3],
    ['statuses', { statuses: ['breached', 'warning'] }, 2],
    ['what burns', { burning: true }, 1],
    ['windows', { windows: ['7d'] }, 1],
    ['an environment', { environment: 'staging' }, 1],
    ['a title, in any case', { text: 'USED' }, 1],
    ['a title of an entity, with a sign of SQL', { text: '100%' }, 3],
    ['a text that is nowhere', { text: '1_0' }, 0],
    ['several at once', { owners: ['group:default/edge'], text: 'fine' }, 1],
  ] as const)('filters by %s', async (_, filter, found) => {
    const { list } = await create(id);
    expect(await list(filter as Partial<BoardRequest>)).toHaveLength(found);
  });

  it.each(OBJECTIVE_SORTS)(
    'pages by %s without loss or repetition',
    async sort => {
      const { list, boards, names } = await create(id);
      for (const order of ['asc', 'desc'] as const) {
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await boards.listBoard(EVERYTHING, {
            ...{ sort, order, limit: 2, cursor },
          });
          paged.push(...names(page));
          cursor = page.nextCursor;
        } while (cursor !== undefined);
        expect(paged).toEqual(await list({ sort, order }));
        expect(paged).toHaveLength(6);
      }
    },
  );

  it('refuses a cursor of another list', async () => {
    const { boards } = await create(id);
    const request = { sort: 'budget', order: 'asc', limit: 1 } as const;
    const { nextCursor: cursor } = await boards.listBoard(EVERYTHING, request);
    for (const other of [{ sort: 'title' }, { order: 'desc' }] as const) {
      await expect(
        boards.listBoard(EVERYTHING, { ...request, ...other, cursor }),
      ).rejects.toThrow(/cursor is of a list with another sort or order/);
    }
  });

  it('sums up what the filter leaves, whatever the page', async () => {
    const { boards } = await create(id);
    expect(await boards.summarizeBoard(EVERYTHING, {})).toEqual({
      total: 6,
      byStatus: {
        breached: 1,
        warning: 1,
        ok: 2,
        'insufficient-data': 1,
        'no-traffic': 0,
      },
      burning: 1,
      pending: 1,
      oldestEvaluation: '2026-11-20T12:00:00.000Z',
    });
    expect(
      await boards.summarizeBoard(EVERYTHING, { entityRefs: [WIKI] }),
    ).toMatchObject({ total: 1, pending: 1, burning: 0 });
    const values = async (column: 'window' | 'environment') =>
      (await boards.listValues(EVERYTHING, column, {})).sort();
    expect(await values('window')).toEqual(['30d', '7d']);
    expect(await values('environment')).toEqual(['production', 'staging']);
  });

  it.each([true, false])(
    'shows what the reader may see, in pages, sums and teams; by SQL: %s',
    async bySql => {
      const { list, boards } = await create(id);
      const restriction = onlySees([GATEWAY], { bySql });
      expect((await list({ limit: 3 }, restriction)).sort()).toEqual([
        'fine',
        'unseen',
        'used-up',
      ]);
      expect(await boards.summarizeBoard(restriction, {})).toMatchObject({
        total: 3,
      });
      expect(await boards.getItem(restriction, idOf(burning))).toBeUndefined();
      expect(await boards.listNames(restriction)).toHaveLength(3);
      const teams = await boards.boardByTeam({
        services: restriction,
        groups: onlySees(['group:default/edge'], { bySql }),
      });
      expect(teams).toEqual([
        expect.objectContaining({
          groupRef: 'group:default/edge',
          summary: expect.objectContaining({ total: 3 }),
        }),
      ]);
    },
  );

  it('counts for each group what it owns and what the groups below it own, once', async () => {
    const { boards, put } = await create(id);
    // Two groups of one ancestor own it: still one.
    await put({
      ...entity('Component', 'gateway'),
      relations: ['edge', 'platform'].map(name => ({
        type: 'ownedBy',
        targetRef: `group:default/${name}`,
      })),
    });
    const teams = await boards.boardByTeam({
      services: EVERYTHING,
      groups: EVERYTHING,
    });
    const totals = new Map(teams.map(t => [t.groupRef, t.summary.total]));
    expect(Object.fromEntries(totals)).toEqual({
      'group:default/company': 5,
      'group:default/platform': 5,
      'group:default/edge': 3,
      null: 1,
    });
    const platform = teams.find(t => t.title === 'Platform');
    expect(platform).toMatchObject({
      summary: { burning: 1, byStatus: { breached: 1 } },
      worst: {
        id: idOf(usedUp),
        title: 'API used-up',
        entityRef: GATEWAY,
        budgetLeft: -0.5,
      },
    });
  });

  it('gives an item with its state, its owner and what keeps its source', async () => {
    const { boards, samples } = await create(id);
    await samples.noteReads(
      [{ objectiveId: idOf(usedUp), problem: 'It is away.' }],
      new Date('2026-11-20T11:00:00Z'),
    );
    expect(await boards.getItem(EVERYTHING, idOf(usedUp))).toMatchObject({
      objective: {
        id: idOf(usedUp),
        entityRef: GATEWAY,
        ownerRef: 'group:default/edge',
        target: 0.99,
        queries: [],
      },
      state: { status: 'breached', budgetLeft: -0.5 },
      sourceProblem: {
        message: 'It is away.',
        since: '2026-11-20T11:00:00.000Z',
      },
      trend: [{ day: '2026-11-19', actual: 0.5 }],
    });
    const item = await boards.getItem(EVERYTHING, idOf(pending));
    expect(item).toMatchObject({ trend: [] });
    expect(item).not.toHaveProperty('state');
    expect(await boards.getItem(EVERYTHING, idOf(gone))).toBeUndefined();
  });
});
