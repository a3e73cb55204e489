import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { answer, fakeSloApi } from '../../__testUtils__/fakeSloApi';
import {
  breachedItem,
  samplePage,
  sampleSummary,
  sampleTeam,
} from '../../__testUtils__/sampleObjectives';
import { showInPortal } from '../../__testUtils__/showInPortal';
import { BoardsPage } from './BoardsPage';

const address = () => screen.getByLabelText('Address').textContent;
const board = () => screen.findByRole('table', { name: 'Objectives' });
const nothing = samplePage({
  items: [],
  summary: sampleSummary({
    total: 0,
    burning: 0,
    byStatus: {
      breached: 0,
      warning: 0,
      ok: 0,
      'insufficient-data': 0,
      'no-traffic': 0,
    },
  }),
  windows: [],
  environments: [],
});

describe('on a first visit', () => {
  it('shows the board of the teams of the reader', async () => {
    showInPortal(<BoardsPage />, fakeSloApi(), {
      groups: ['group:default/edge-team', 'group:default/platform'],
    });
    await board();
    expect(address()).toBe(
      '/slo?view=board&owner=group%3Adefault%2Fedge-team&owner=group%3Adefault%2Fplatform',
    );
    expect(
      await screen.findByRole('heading', {
        name: 'SLOs · Edge Team and Platform',
      }),
    ).toBeInTheDocument();
  });

  it.each([
    ['is in no team', [], fakeSloApi()],
    [
      'is in a team without objectives',
      ['group:default/edge-team'],
      fakeSloApi({ getObjectives: async () => nothing }),
    ],
    [
      'cannot be asked for',
      ['group:default/edge-team'],
      fakeSloApi({ getObjectives: async () => Promise.reject(answer(503)) }),
    ],
  ])('shows all teams where the reader %s', async (_, groups, api) => {
    showInPortal(<BoardsPage />, api, { groups });
    const teams = await screen.findByRole('table', { name: 'Teams' });
    expect(address()).toBe('/slo?view=teams');
    expect(
      within(teams).getByRole('link', { name: 'Edge Team' }),
    ).toHaveAttribute(
      'href',
      '/slo?view=board&owner=group%3Adefault%2Fedge-team',
    );
  });
});

describe('teams', () => {
  it('lead from a number to the objectives behind it', async () => {
    showInPortal(<BoardsPage />, fakeSloApi(), { address: '/slo?view=teams' });
    const teams = await screen.findByRole('table', { name: 'Teams' });
    const [, , edge] = within(teams).getAllByRole('row');
    expect(edge).toHaveTextContent(
      'Edge Team51112' + '1gateway: API reads p95 ≤ 350 msoverspent by 60 %',
    );
    expect(
      within(edge)
        .getAllByRole('link', { name: '1' })
        .map(link => link.getAttribute('href')),
    ).toEqual([
      '/slo?view=board&owner=group%3Adefault%2Fedge-team&burning=true',
      '/slo?view=board&owner=group%3Adefault%2Fedge-team&status=breached',
      '/slo?view=board&owner=group%3Adefault%2Fedge-team&status=warning',
    ]);
  });

  it('names what nobody owns, and are searched on the server', async () => {
    const getTeams = jest.fn(async () => ({
      items: [sampleTeam({ groupRef: null, title: 'No owner' })],
    }));
    showInPortal(<BoardsPage />, fakeSloApi({ getTeams }), {
      address: '/slo?view=teams',
    });
    expect(
      await screen.findByRole('link', { name: 'No owner' }),
    ).toHaveAttribute('href', '/slo?view=board&owner=none');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search teams' }),
      'edge{Enter}',
    );
    expect(address()).toBe('/slo?view=teams&team=edge');
    expect(getTeams).toHaveBeenLastCalledWith(
      { text: 'edge', limit: 50, cursor: undefined },
      expect.anything(),
    );
  });

  it('say how to begin where there is no objective at all', async () => {
    showInPortal(
      <BoardsPage />,
      fakeSloApi({ getTeams: async () => ({ items: [] }) }),
      {
        address: '/slo?view=teams',
        config: { slo: { docsUrl: '/docs/default/component/suite' } },
      },
    );
    expect(
      await screen.findByText('The portal has no objective yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'How to define objectives' }),
    ).toHaveAttribute(
      'href',
      '/docs/default/component/suite/how-to/define-objectives',
    );
  });
});

describe('a board', () => {
  const show = (api = fakeSloApi(), search = '?view=board') =>
    showInPortal(<BoardsPage />, api, { address: `/slo${search}` });

  it('has one row for each objective, with what is known of it', async () => {
    show();
    const rows = within(await board()).getAllByRole('row');
    expect(rows).toHaveLength(6);
    const [, burning, breached, unknown, idle, ok] = rows;
    expect(burning).toHaveTextContent('Writes p95 ≤ 700 ms');
    expect(burning).toHaveTextContent('warningburning99.4 %target 99.0 %');
    expect(burning).toHaveTextContent(
      '6.4×▲ 6.1×, above its factor of 6×2.8×▲ 1.1×, above its factor of 1×',
    );
    expect(burning).toHaveTextContent('$0.082 / k events, more than its');
    expect(breached).toHaveTextContent(
      'overspent by 60 % · 4 h 19 min too much',
    );
    expect(unknown).toHaveTextContent('insufficient data');
    expect(unknown).toHaveTextContent('61 % of the window seen');
    expect(unknown).toHaveTextContent(/last good value, .* old/);
    expect(within(unknown).queryByRole('meter')).not.toBeInTheDocument();
    expect(idle).toHaveTextContent('no traffic');
    expect(idle).toHaveTextContent('nothing to count in the window');
    expect(
      within(ok).getByRole('meter', { name: 'Availability: budget left' }),
    ).toHaveAttribute('aria-valuetext', '52 % · 22 min left');
    expect(
      within(ok).getByRole('img', { name: /^30 days: / }),
    ).toBeInTheDocument();
    expect(
      within(breached).getByRole('link', { name: 'API reads p95 ≤ 350 ms' }),
    ).toHaveAttribute('href', '/slo/objectives/2222222222222222');
    expect(
      within(breached).getByRole('link', { name: 'gateway' }),
    ).toHaveAttribute('href', '/catalog/default/component/gateway');
  });

  it('names the worst of what stands out, and filters by it', async () => {
    const getObjectives = jest.fn(fakeSloApi().getObjectives);
    show(
      fakeSloApi({ getObjectives }),
      '?view=board&environment=production&cursor=c',
    );
    await board();
    const used = screen.getByRole('region', { name: 'Budget used up' });
    expect(
      await within(used).findByRole('link', {
        name: 'gateway: API reads p95 ≤ 350 ms',
      }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('region', { name: 'Burning now' }),
    ).toHaveTextContent('policy-reasoner: Writes p95 ≤ 700 ms6.1× over 6 h');
    expect(
      screen.getByRole('region', { name: 'Cannot tell' }),
    ).toHaveTextContent('1 insufficient data · 1 no traffic');
    expect(getObjectives).toHaveBeenCalledWith(
      {
        environment: 'production',
        statuses: ['breached'],
        sort: 'budget',
        order: 'asc',
        limit: 1,
      },
      expect.anything(),
    );

    await userEvent.click(
      within(used).getByRole('button', {
        name: 'Budget used up: show these only',
      }),
    );
    expect(address()).toBe(
      '/slo?view=board&status=breached&environment=production',
    );
    await userEvent.click(
      within(used).getByRole('button', { name: 'Budget used up: show all' }),
    );
    expect(address()).toBe('/slo?view=board&environment=production');
  });

  it('asks the server for the filter, the order and the page of the address', async () => {
    const getObjectives = jest.fn(fakeSloApi().getObjectives);
    show(
      fakeSloApi({ getObjectives }),
      '?owner=edge-team&status=warning&burning=true&window=30d&text=reads&sort=burn&cursor=c',
    );
    await board();
    expect(getObjectives).toHaveBeenCalledWith(
      {
        owners: ['group:default/edge-team'],
        statuses: ['warning'],
        burning: true,
        windows: ['30d'],
        text: 'reads',
        sort: 'burn',
        order: 'desc',
        cursor: 'c',
        limit: 25,
      },
      expect.anything(),
    );
    const chips = screen.getByRole('list', { name: 'Active filters' });
    await userEvent.click(
      await within(chips).findByRole('button', {
        name: 'Remove filter Team: Edge Team',
      }),
    );
    expect(address()).toBe(
      '/slo?sort=burn&status=warning&burning=true&window=30d&text=reads&view=board',
    );
  });

  it('is sorted by a column, or by what has none', async () => {
    show();
    await userEvent.click(
      within(await board()).getByRole('button', { name: /Budget left/ }),
    );
    expect(address()).toBe('/slo?view=board&sort=budget&order=asc');
    // Without a layout, the screen is as narrow as can be: the choices are folded.
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    await userEvent.click(
      screen.getByRole('button', { name: 'First: least budget left' }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Fastest burn' }),
    );
    expect(address()).toBe('/slo?view=board&sort=burn&order=desc');
  });

  it('leads to the next page of thousands', async () => {
    const getObjectives = async () =>
      samplePage({
        summary: sampleSummary({ total: 3_000 }),
        nextCursor: 'second',
      });
    show(fakeSloApi({ getObjectives }));
    await board();
    expect(screen.getByText('5 of 3,000 objectives')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(address()).toBe('/slo?view=board&cursor=second');
  });

  it('says that nothing matches, and shows all again', async () => {
    show(
      fakeSloApi({ getObjectives: async () => samplePage({ items: [] }) }),
      '?text=nothing',
    );
    expect(await screen.findByText('No objective matches')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all objectives' }),
    );
    expect(address()).toBe('/slo?view=board');
  });

  it('says how to define the first objective', async () => {
    show(fakeSloApi({ getObjectives: async () => nothing }));
    expect(
      await screen.findByText('The portal has no objective yet'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Burning now' }),
    ).not.toBeInTheDocument();
  });

  it('says what of the address it could not use', async () => {
    show(fakeSloApi(), '?view=board&status=green');
    expect(
      await screen.findByText('Ignored in the address: status “green”'),
    ).toBeInTheDocument();
  });

  it.each([
    ['loading', () => new Promise<never>(() => {}), 'Loading the objectives'],
    [
      'denied',
      async () => Promise.reject(answer(403)),
      'You may not see the objectives',
    ],
    [
      'failed',
      async () => Promise.reject(new Error('the backend is away')),
      'the backend is away',
    ],
  ])('says so where it is %s', async (_, getObjectives, text) => {
    show(fakeSloApi({ getObjectives }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('tries again, and keeps the objectives where only the worst fail', async () => {
    let fails = true;
    show(
      fakeSloApi({
        getObjectives: async ({ limit }) => {
          if (limit === 1) throw new Error('the worst is away');
          if (fails) throw new Error('the backend is away');
          return samplePage({ items: [breachedItem] });
        },
      }),
    );
    await screen.findByText('the backend is away');
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(within(await board()).getAllByRole('row')).toHaveLength(2);
    expect(await screen.findAllByText('the worst is away')).toHaveLength(2);
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(
      fakeSloApi(),
      '?view=board&status=breached&burning=true',
    );
    await board();
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);
});
