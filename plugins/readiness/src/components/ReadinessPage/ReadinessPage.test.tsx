import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ReadinessApi, readinessApiRef } from '../../api';
import { catalogApis } from '../../__testUtils__/catalogApis';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleTeam } from '../../__testUtils__/sampleScores';
import { ReadinessPage } from './ReadinessPage';

function show(api: ReadinessApi, search = '') {
  return renderInTestApp(<ReadinessPage />, {
    apis: [[readinessApiRef, api], ...catalogApis],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    initialRouteEntries: [`/${search}`],
  });
}

const table = (name: string) => screen.findByRole('table', { name });

describe('ReadinessPage', () => {
  it('says in one line what it is about', async () => {
    show(fakeReadinessApi());
    expect(
      await screen.findByText(/5 services in 2 teams · production · as of/),
    ).toBeInTheDocument();
  });

  it('begins with how many are ready, the levels, and who moved', async () => {
    show(fakeReadinessApi());
    const ready = await screen.findByRole('region', {
      name: 'Ready for production',
    });
    expect(
      await within(ready).findByText(/of 5 at or above 0.90/),
    ).toHaveTextContent('1 of 5 at or above 0.90');
    const levels = await screen.findByRole('list', {
      name: 'Services by level',
    });
    expect(
      within(levels)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['1 Gold', '2 Bronze', '1 Below all levels', '1 No data']);
    expect(
      within(levels).getByRole('link', { name: '2 Bronze' }),
    ).toHaveAttribute('href', '/?level=bronze&view=services');
    expect(ready).toHaveTextContent('3 below · 1 no data');
    const movers = await screen.findByRole('list', { name: 'Movers' });
    expect(
      within(movers).getByRole('link', {
        name: '↓ −0.04, what changed in Gateway',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/component/gateway/readiness?since=7d#what-changed',
    );
    expect(movers).toHaveTextContent('Gateway ↓ −0.04');
    expect(await within(movers).findByText('mostly Coverage')).toBeVisible();
  });

  it('begins with the teams: how many are ready, and where each is weakest', async () => {
    show(fakeReadinessApi());
    const teams = await table('Teams');
    const platform = within(teams)
      .getByRole('rowheader', { name: 'Platform' })
      .closest('tr')!;
    expect(platform).toHaveTextContent('1 of 3');
    expect(within(platform).getByText('0.81')).toBeInTheDocument();
    expect(platform).toHaveTextContent('Coverage 62 %, 1 without data');
    const edge = within(teams).getByRole('rowheader', { name: /Edge Team/ });
    expect(edge).toHaveTextContent('(level 2)');
    expect(edge.closest('tr')).toHaveTextContent('no data');
  });

  it('has a row for what nobody owns', async () => {
    show(
      fakeReadinessApi({
        getTeams: async () => ({
          items: [sampleTeam({ groupRef: '', title: 'No owner' })],
        }),
      }),
    );
    expect(
      within(await table('Teams')).getByRole('link', { name: 'No owner' }),
    ).toHaveAttribute('href', '/?owner=none&view=services');
  });

  it('leads from a team to its services', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }), '?cursor=second');
    const teams = await table('Teams');
    await userEvent.click(
      within(teams).getByRole('link', { name: 'Platform' }),
    );
    await table('Services');
    expect(
      await screen.findByRole('button', {
        name: 'Remove filter Owner: Platform',
      }),
    ).toBeInTheDocument();
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({
        owner: ['group:default/platform'],
        cursor: undefined,
      }),
      expect.anything(),
    );
  });

  it('collapses the groups below a team', async () => {
    show(fakeReadinessApi());
    const teams = await table('Teams');
    const toggle = within(teams).getByRole('button', {
      name: 'Groups of Platform',
    });
    expect(toggle).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(toggle);
    expect(toggle).toHaveAttribute('aria-expanded', 'false');
    expect(within(teams).queryByText('Edge Team')).not.toBeInTheDocument();
    await userEvent.click(toggle);
    expect(within(teams).getByText('Edge Team')).toBeInTheDocument();
  });

  it('asks the server for the teams of the address', async () => {
    const getTeams = jest.fn(fakeReadinessApi().getTeams);
    show(
      fakeReadinessApi({ getTeams }),
      '?environment=staging&teamSort=score&teamOrder=asc&teamCursor=t1',
    );
    await table('Teams');
    expect(getTeams).toHaveBeenCalledWith(
      {
        environment: 'staging',
        sort: 'score',
        order: 'asc',
        cursor: 't1',
        limit: 25,
      },
      expect.anything(),
    );
  });

  it('sorts teams on the server, and goes back to the tree', async () => {
    const getTeams = jest.fn(fakeReadinessApi().getTeams);
    show(fakeReadinessApi({ getTeams }));
    const teams = await table('Teams');
    await userEvent.click(within(teams).getByRole('button', { name: 'PRS' }));
    expect(getTeams).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'score', order: 'asc' }),
      expect.anything(),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Show as a tree' }),
    );
    expect(getTeams).toHaveBeenLastCalledWith(
      expect.objectContaining({ sort: 'tree' }),
      expect.anything(),
    );
  });

  it('has three views, kept in the address', async () => {
    show(fakeReadinessApi());
    await table('Teams');
    await userEvent.click(screen.getByRole('tab', { name: 'Heat map' }));
    expect(await table('Teams by dimensions')).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Heat map' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Services' }));
    expect(await table('Services')).toBeInTheDocument();
  });

  it('says what to do where there is nothing', async () => {
    const empty = async () => ({ items: [], totalItems: 0 });
    show(
      fakeReadinessApi({
        getScores: empty,
        getTeams: empty,
        getSummary: async () => ({
          services: 0,
          scored: 0,
          ready: 0,
          threshold: 0.9,
          byLevel: [],
          environment: 'production',
        }),
      }),
    );
    expect(
      await screen.findByText('No team owns a service'),
    ).toBeInTheDocument();
    expect(await screen.findByText('No services yet')).toBeInTheDocument();
    expect(
      await screen.findByText('No score moved in the last 7 days.'),
    ).toBeInTheDocument();
  });

  it('shows what there is where parts fail or may not be seen', async () => {
    show(
      fakeReadinessApi({
        getTeams: async () => Promise.reject(new Error('teams are away')),
        getSummary: async () => Promise.reject(answer(403)),
      }),
    );
    expect(await screen.findByText('teams are away')).toBeInTheDocument();
    expect(
      await screen.findByText('You may not see how many are ready'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('list', { name: 'Movers' }),
    ).toBeInTheDocument();
  });

  it.each(['teams', 'heat-map', 'services'])(
    'has no accessibility fault that axe knows in the view %s',
    async view => {
      const { container } = show(fakeReadinessApi(), `?view=${view}`);
      await screen.findByRole('list', { name: 'Movers' });
      await waitFor(() =>
        expect(screen.getAllByRole('table').length).toBeGreaterThan(0),
      );
      const { violations } = await axe.run(container);
      expect(violations).toEqual([]);
    },
    // The whole page takes axe seconds where other work shares the machine.
    30_000,
  );
});
