import {
  ObjectiveItem,
  ObjectivePage,
  ObjectiveState,
} from '@maestro-conductor/plugin-slo-common';
import { PortalDouble } from './__testUtils__/PortalDouble';
import { runBin } from './__testUtils__/runBin';

let portal: PortalDouble;

beforeEach(async () => {
  portal = await PortalDouble.start();
});

afterEach(() => portal.stop());

const status = (...args: string[]) =>
  runBin(['slo', 'status', ...args], { CONDUCTOR_URL: portal.url });

const STATE: ObjectiveState = {
  status: 'ok',
  reason: '60 % of the error budget is left.',
  evaluatedAt: '2026-03-01T12:00:00.000Z',
  window: { from: '2026-01-30T12:00:00.000Z', to: '2026-03-01T12:00:00.000Z' },
  actual: 0.99949,
  budgetLeft: 0.6,
  budgetLeftMinutes: 26,
  budgetMinutes: 43.2,
  coverage: { share: 1 },
  burns: [{ row: 'page-1h', long: 0.2, short: 0.1, firing: false }],
  burnRates: { '1h': 0.2, '6h': null, '1d': null, '3d': null },
};

function item(id: string, state?: Partial<ObjectiveState>): ObjectiveItem {
  return {
    objective: {
      id,
      tenant: 'default',
      entityRef: 'component:default/gateway',
      environment: 'production',
      slo: `gateway-${id}`,
      objective: '0',
      title: `Objective ${id}`,
      target: 0.9995,
      budgetingMethod: 'Occurrences',
      window: { kind: 'rolling', duration: '30d' },
      alertRows: [],
      queries: [],
    },
    ...(state && { state: { ...STATE, ...state } }),
    trend: [],
  };
}

function page(...items: ObjectiveItem[]): ObjectivePage {
  const of = (wanted: string) =>
    items.filter(({ state }) => state?.status === wanted).length;
  return {
    items,
    summary: {
      total: items.length,
      byStatus: {
        breached: of('breached'),
        warning: of('warning'),
        ok: of('ok'),
        'insufficient-data': of('insufficient-data'),
        'no-traffic': of('no-traffic'),
      },
      burning: items.filter(({ state }) => state?.burns[0]?.firing).length,
      pending: 0,
    },
    windows: ['30d'],
    environments: ['production'],
  };
}

const BURNING = item('two', {
  status: 'warning',
  reason: 'It burns.',
  burns: [
    {
      row: 'page-1h',
      long: 18,
      short: 20,
      firing: true,
      since: '2026-03-01T11:00:00.000Z',
    },
  ],
});

describe('conductor slo status', () => {
  it('shows each objective with its reason, and where to see more', async () => {
    portal.answer = { body: page(BURNING, item('one', {}), item('three')) };
    const { code, stdout, stderr } = await status('gateway', '--env', 'test');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(portal.received[0].path).toBe(
      '/api/slo/v1/objectives?limit=200&entityRef=gateway&environment=test',
    );
    const numbers = '99.949 % of 99.95 %  60.0 % of the budget left, 26 min';
    expect(stdout.split('\n')).toEqual([
      'objectives  3  1 warning, 1 ok',
      'burning     1',
      '',
      `warning  Objective two    component:default/gateway  ${numbers}`,
      '    It burns.',
      '    burning (page-1h) at 18.0 times the rate since 2026-03-01T11:00:00.000Z',
      `    ${portal.url}/slo/objectives/two`,
      `ok       Objective one    component:default/gateway  ${numbers}`,
      '    60 % of the error budget is left.',
      `    ${portal.url}/slo/objectives/one`,
      'pending  Objective three  component:default/gateway  unknown of 99.95 %   not evaluated yet',
      `    ${portal.url}/slo/objectives/three`,
      '',
    ]);
  });

  it('reads all pages of a group, and gives them as one JSON', async () => {
    const pages = [
      { ...page(item('one', {})), nextCursor: 'c 1' },
      page(item('two', {})),
    ];
    portal.answer = async () => ({ body: pages.shift() });
    const { code, stdout } = await status('--owner', 'edge-team', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).items).toHaveLength(2);
    expect(portal.received.map(({ path }) => path)).toEqual([
      '/api/slo/v1/objectives?limit=200&owner=edge-team',
      '/api/slo/v1/objectives?limit=200&owner=edge-team&cursor=c+1',
    ]);
  });

  it.each([
    ['breached', 'ok', 0],
    ['breached', 'breached', 1],
    ['breached', 'warning', 0],
    ['breached, warning', 'warning', 1],
    ['insufficient-data', 'insufficient-data', 1],
    ['insufficient-data', undefined, 1],
    ['no-traffic', 'no-traffic', 1],
    ['burning', 'ok', 0],
  ] as const)(
    'with --fail-on %s and %s exits with %s',
    async (words, is, exit) => {
      portal.answer = { body: page(item('one', is && { status: is })) };
      const { code } = await status('gateway', '--fail-on', words);
      expect(code).toBe(exit);
    },
  );

  it('fails on what burns', async () => {
    portal.answer = { body: page(BURNING) };
    expect((await status('gateway', '--fail-on', 'burning')).code).toBe(1);
  });

  it('takes nothing for no good news', async () => {
    portal.answer = { body: page() };
    const { code, stderr } = await status('switchboard');
    expect(code).toBe(2);
    expect(stderr).toContain('there is no objective of switchboard');
  });

  it.each([
    [[], 'either an entity or --owner'],
    [['gateway', '--owner', 'edge-team'], 'either an entity or --owner'],
    [['gateway', '--fail-on', 'red'], '"red" is none of breached'],
  ])('refuses %j', async (args, message) => {
    const { code, stderr } = await status(...args);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(portal.received).toEqual([]);
  });
});
