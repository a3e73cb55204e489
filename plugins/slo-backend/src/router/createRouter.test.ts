import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import { NotFoundError } from '@backstage/errors';
import {
  ObjectiveDetail,
  ObjectiveItem,
  ObjectivePage,
} from '@maestro-conductor/plugin-slo-common';
import express from 'express';
import request from 'supertest';
import { assertAsDescribed } from '../__testUtils__/assertAsDescribed';
import { stateOf } from '../__testUtils__/createBoards';
import { idOf, objective } from '../__testUtils__/objectives';
import { toObjective } from '../domain/toObjective';
import { SloService } from '../service/types';
import { createRouter } from './createRouter';

const definition = objective({
  window: {
    kind: 'calendar',
    duration: '1M',
    startTime: '2026-01-01 00:00:00',
    timeZone: 'Europe/Berlin',
  },
  unitCost: { currency: 'USD', per: 1_000_000, unit: 'calls', target: 2 },
});
const ID = idOf(definition);

const item: ObjectiveItem = {
  objective: toObjective({
    ...{ id: ID, tenant: 'default', definition },
    queries: [{ role: 'total', source: 'prometheus', text: 'sum(x)' }],
    ownerRef: 'group:default/edge',
  }),
  state: stateOf('breached', { budgetLeft: -0.5, actual: 0.9, firing: 'a' }),
  sourceProblem: { message: 'Away.', since: '2026-11-20T12:00:00.000Z' },
  trend: [{ day: '2026-11-20', actual: null }],
};
const page: ObjectivePage = {
  items: [item, { objective: item.objective, trend: [] }],
  summary: {
    total: 2,
    byStatus: {
      breached: 1,
      warning: 0,
      ok: 0,
      'insufficient-data': 0,
      'no-traffic': 0,
    },
    burning: 1,
    pending: 1,
  },
  windows: ['1M'],
  environments: ['production'],
};
const problem = {
  severity: 'error',
  file: 'a.yaml',
  line: 1,
  rule: 'duplicate',
  message: 'Twice.',
} as const;
const detail: ObjectiveDetail = {
  ...item,
  document: {
    location: 'a.yaml',
    line: 1,
    readAt: '2026-11-20T12:00:00.000Z',
    problems: [problem],
  },
  history: [
    {
      row: 'page-1h',
      severity: 'page',
      startedAt: '2026-11-20T12:00:00.000Z',
      peak: 20,
    },
  ],
};

function create() {
  const slo = {
    listObjectives: jest.fn(async () => page),
    getByEntities: jest.fn(async () => ({ items: [item] })),
    getObjective: jest.fn(async (id: string) => {
      if (id !== ID) throw new NotFoundError(`There is no objective ${id}`);
      return detail;
    }),
    getSeries: jest.fn(async () => ({
      from: '2026-11-20T12:00:00.000Z',
      to: '2026-11-20T13:00:00.000Z',
      stepMinutes: 5,
      points: [
        {
          time: '2026-11-20T12:05:00.000Z',
          total: null,
          bad: null,
          budgetLeft: -0.1,
          burn: { '60': null, '5': 3 },
        },
      ],
      ideal: [{ time: '2026-11-20T12:05:00.000Z', budgetLeft: 1 }],
    })),
    listTeams: jest.fn(async () => ({
      items: [{ groupRef: null, title: 'No owner', summary: page.summary }],
      nextCursor: 'x',
    })),
    pushSamples: jest.fn(async () => ({
      items: [
        { index: 0, status: 'accepted' as const, changed: 3 },
        {
          index: 1,
          status: 'rejected' as const,
          error: { code: 'InvalidField', field: 'slo', message: 'slo: no' },
        },
      ],
    })),
    listDocuments: jest.fn(async () => ({
      items: [
        {
          location: 'slo',
          kind: 'folder' as const,
          readAt: '2026-11-20T12:00:00.000Z',
          error: 'Away.',
          problems: [problem],
        },
      ],
    })),
  } satisfies SloService;
  const app = express();
  app.use(
    createRouter({
      slo,
      httpAuth: mockServices.httpAuth(),
      logger: mockServices.logger.mock(),
    }),
  );
  app.use(mockErrorHandler());
  const get = async (path: string) => {
    const answer = await request(app).get(path);
    assertAsDescribed('get', path, answer);
    return answer;
  };
  const post = async (path: string, body: object | string) => {
    const answer = await request(app)
      .post(path)
      .set('content-type', 'application/json')
      .send(typeof body === 'string' ? body : JSON.stringify(body));
    assertAsDescribed('post', path, answer);
    return answer;
  };
  return { slo, get, post };
}

describe('the HTTP interface', () => {
  it('asks for a board with all that can be asked', async () => {
    const { slo, get } = create();
    const answer = await get(
      '/v1/objectives?owner=edge&owner=group:default/ai&status=breached&burning=true&window=1M&entityRef=gateway&environment=production&text=api&sort=burn&order=asc&limit=7',
    );
    expect(answer.body).toEqual(page);
    expect(slo.listObjectives).toHaveBeenCalledWith(
      {
        owners: ['edge', 'group:default/ai'],
        entityRefs: ['gateway'],
        statuses: ['breached'],
        burning: true,
        windows: ['1M'],
        environment: 'production',
        text: 'api',
        sort: 'burn',
        order: 'asc',
        limit: 7,
        cursor: undefined,
      },
      { credentials: expect.anything() },
    );
  });

  it.each([
    `/v1/objectives/${ID}`,
    `/v1/objectives/${ID}/series?from=2026-11-20T12:00:00Z&points=2`,
    '/v1/teams?text=edge',
    '/v1/documents?problems=true',
  ])('answers %s as it is described', async path => {
    const { status } = await create().get(path);
    expect(status).toBe(200);
  });

  it('tells by-entities from an id, and takes samples', async () => {
    const { slo, post } = create();
    const found = await post('/v1/objectives/by-entities', {
      entityRefs: ['gateway'],
    });
    expect(found.body.items).toHaveLength(1);
    // What is in a series is looked at one by one.
    const items = [{ slo: 1 }, { samples: 'none' }];
    const pushed = await post('/v1/samples', { items });
    expect(pushed.body.items).toHaveLength(2);
    expect(slo.pushSamples).toHaveBeenCalledWith(
      { items },
      { credentials: expect.anything() },
    );
  });

  it.each([
    ['a page that is too long', '/v1/objectives?limit=201', 400, /limit/],
    ['an unknown status', '/v1/objectives?status=fine', 400, /status/],
    ['an unknown order', '/v1/objectives?sort=mood', 400, /sort/],
    ['no truth value', '/v1/objectives?burning=perhaps', 400, /burning/],
    ['a text with U+0000', '/v1/objectives?text=a%00b', 400, /U\+0000/],
    ['a path with U+0000', '/v1/objectives/a%00b', 400, /U\+0000/],
    [
      'too many points',
      `/v1/objectives/${ID}/series?points=501`,
      400,
      /points/,
    ],
    ['no time', `/v1/objectives/${ID}/series?from=noon`, 400, /from/],
    ['an unknown objective', '/v1/objectives/x', 404, /no objective x/],
    ['an unknown operation', '/v1/objective', 404, /openapi\.yaml/],
  ])('refuses %s', async (_, path, status, message) => {
    const answer = await create().get(path);
    expect(answer.body.error.message).toMatch(message);
    expect(answer.status).toBe(status);
  });

  it.each([
    ['no series', '/v1/samples', { items: [] }, /items/],
    ['too many', '/v1/samples', { items: new Array(101).fill({}) }, /items/],
    ['no JSON', '/v1/samples', '{"items":', /JSON object/],
    [
      'too much',
      '/v1/samples',
      `"${'x'.repeat(11_000_000)}"`,
      /at most 10485760/,
    ],
    [
      'no entities',
      '/v1/objectives/by-entities',
      { entityRefs: [] },
      /entityRefs/,
    ],
  ])('refuses a body with %s', async (_, path, body, message) => {
    const answer = await create().post(path, body);
    expect(answer.body.error.message).toMatch(message);
    expect(answer.status).toBe(400);
  });
});
