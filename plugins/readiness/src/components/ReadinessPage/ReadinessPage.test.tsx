import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  defaultEntityPresentation,
  entityPresentationApiRef,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ReadinessApi, readinessApiRef } from '../../api';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleListItem } from '../../__testUtils__/sampleScores';
import { ReadinessPage } from './ReadinessPage';

const presentation = {
  forEntity: (entity: Parameters<typeof defaultEntityPresentation>[0]) => {
    const snapshot = defaultEntityPresentation(entity);
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

function show(api: ReadinessApi, search = '') {
  return renderInTestApp(<ReadinessPage />, {
    apis: [
      [readinessApiRef, api],
      [entityPresentationApiRef, presentation],
    ],
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
    expect(ready).toHaveTextContent('3 below · 1 no data');
    const movers = await screen.findByRole('list', { name: 'Movers' });
    expect(movers).toHaveTextContent('Gateway ↓ −0.04');
    expect(await within(movers).findByText('mostly Coverage')).toBeVisible();
  });

  it('shows teams by dimensions, no data as such', async () => {
    show(fakeReadinessApi());
    const teams = await table('Teams by dimensions');
    const platform = within(teams)
      .getByRole('rowheader', { name: 'Platform' })
      .closest('tr')!;
    expect(platform).toHaveTextContent('1 of 2');
    expect(within(platform).getByText('0.81')).toBeInTheDocument();
    expect(platform).toHaveTextContent('0.621 no data');
    expect(within(platform).getByText('no data')).toBeInTheDocument();
    const edge = within(teams).getByRole('rowheader', { name: /Edge Team/ });
    expect(edge).toHaveTextContent('(level 2)');
    expect(
      within(edge.closest('tr')!).getAllByText('no data')[0],
    ).toBeInTheDocument();
  });

  it('leads from a team to its services, and back to all', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }), '?cursor=second');
    const teams = await table('Teams by dimensions');
    await userEvent.click(
      within(teams).getByRole('link', { name: 'Platform' }),
    );
    const chip = await screen.findByRole('button', {
      name: 'Owner: platform, show all owners',
    });
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({
        owner: 'group:default/platform',
        cursor: undefined,
      }),
      expect.anything(),
    );

    await userEvent.click(chip);
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({ owner: undefined }),
      expect.anything(),
    );
    expect(chip).not.toBeInTheDocument();
  });

  it('takes an owner in the address that is none as it is', async () => {
    show(fakeReadinessApi(), '?owner=%3A%2F%3A');
    expect(
      await screen.findByRole('button', { name: /^Owner: .*show all owners/ }),
    ).toBeInTheDocument();
  });

  it('collapses the groups below a team', async () => {
    show(fakeReadinessApi());
    const teams = await table('Teams by dimensions');
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

  it('asks the server for the state of the address', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    const getTeams = jest.fn(fakeReadinessApi().getTeams);
    show(
      fakeReadinessApi({ getScores, getTeams }),
      '?environment=staging&search=gate&sort=title&order=desc&cursor=c1&teamSort=score&teamOrder=asc&teamCursor=t1',
    );
    await table('Services');
    expect(getScores).toHaveBeenCalledWith(
      {
        environment: 'staging',
        owner: undefined,
        search: 'gate',
        sort: 'title',
        order: 'desc',
        cursor: 'c1',
        limit: 25,
      },
      expect.anything(),
    );
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
    expect(
      within(await table('Services')).getByRole('columnheader', {
        name: 'Service',
      }),
    ).toHaveAttribute('aria-sort', 'descending');
  });

  it('sorts teams on the server, and goes back to the tree', async () => {
    const getTeams = jest.fn(fakeReadinessApi().getTeams);
    show(fakeReadinessApi({ getTeams }));
    const teams = await table('Teams by dimensions');
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

  it('pages services on the server', async () => {
    const getScores = jest.fn(async () => ({
      items: [sampleListItem()],
      totalItems: 60,
      nextCursor: 'second',
    }));
    show(fakeReadinessApi({ getScores }));
    await table('Services');
    const pages = await screen.findByRole('group', {
      name: 'Pages of services',
    });
    await userEvent.click(within(pages).getByRole('button', { name: 'Next' }));
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'second' }),
      expect.anything(),
    );
    await userEvent.click(
      within(pages).getByRole('button', { name: 'Previous' }),
    );
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: undefined }),
      expect.anything(),
    );
  });

  it('searches when typing pauses', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }));
    await table('Services');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'gate',
    );
    await screen.findByDisplayValue('gate');
    // One request for each letter would make the list longer than this for good.
    await waitFor(() =>
      expect(
        getScores.mock.calls.map(([request]) => request.search).filter(Boolean),
      ).toEqual(['gate']),
    );
  });

  it('links services and owners, and names what is not known', async () => {
    show(fakeReadinessApi());
    const services = await table('Services');
    expect(
      within(services).getByRole('link', { name: /Gateway/ }),
    ).toHaveAttribute('href', '/catalog/default/component/gateway/readiness');
    const row = within(services).getAllByRole('row')[1];
    expect(row).toHaveTextContent('+12.5 Coverage');
    expect(row).toHaveTextContent('no data: 10 points missing');
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
    expect(await screen.findAllByText('No services yet')).toHaveLength(2);
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
    expect(await table('Services')).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeReadinessApi());
    await table('Services');
    await table('Teams by dimensions');
    await screen.findByRole('list', { name: 'Movers' });
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
  });
});
