import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { catalogApis } from '../../__testUtils__/catalogApis';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import {
  sampleListItem,
  sampleScorecards,
} from '../../__testUtils__/sampleScores';
import { ReadinessApi, readinessApiRef } from '../../api';
import { ServicesView } from './ServicesView';

const Address = () => (
  <output aria-label="Address">{useLocation().search}</output>
);

const onState = jest.fn();

function show(api: ReadinessApi, search = '') {
  return renderInTestApp(
    <>
      <Address />
      <ServicesView
        scorecard={sampleScorecards.items[0]}
        allServices={34}
        state={{}}
        onState={onState}
      />
    </>,
    {
      apis: [[readinessApiRef, api], ...catalogApis],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: [`/${search}`],
    },
  );
}
const services = () => screen.findByRole('table', { name: 'Services' });
const address = () => screen.getByLabelText('Address').textContent;
const empty = async () => ({ items: [], totalItems: 0 });

describe('ServicesView', () => {
  it('asks the server for the filter of the address, and says how many match', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(
      fakeReadinessApi({ getScores }),
      '?owner=platform&tag=go&tag=java&level=bronze&verdict=no-data&dimension=coverage&search=gate',
    );
    await services();
    expect(getScores).toHaveBeenCalledTimes(1);
    expect(getScores.mock.calls[0][0]).toEqual({
      owner: ['group:default/platform'],
      tag: ['go', 'java'],
      level: ['bronze'],
      verdict: ['no-data'],
      dimension: 'coverage',
      search: 'gate',
      sort: 'score',
      order: 'asc',
      limit: 25,
    });
    expect(screen.getByText('1 service of 34')).toBeInTheDocument();
  });

  it('chooses several values, with how many services have each', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }), '?cursor=second&sort=title');
    await services();
    await userEvent.click(await filterButton('Level'));
    const levels = await screen.findByRole('listbox', { name: 'Level' });
    expect(
      within(levels)
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual(['Bronze2', 'Below all levels or no data3']);
    await userEvent.click(within(levels).getByText('Bronze'));
    await userEvent.click(
      within(levels).getByText('Below all levels or no data'),
    );
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({ level: ['bronze', 'none'] }),
      expect.anything(),
    );
    expect(address()).toBe('?sort=title&level=bronze&level=none');
  });

  it('offers the dimension once a verdict is chosen', async () => {
    show(fakeReadinessApi(), '?verdict=no-data');
    await services();
    await userEvent.click(await filterButton('Of dimension'));
    await userEvent.click(
      within(
        await screen.findByRole('listbox', { name: 'Of dimension' }),
      ).getByText('Chaos'),
    );
    expect(address()).toBe('?verdict=no-data&dimension=chaos_recency');
    await userEvent.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', {
        name: 'Remove filter Chaos: no data',
      }),
    ).toBeInTheDocument();
  });

  it('takes filters away one by one, or all', async () => {
    show(fakeReadinessApi(), '?lifecycle=production&level=bronze&search=gate');
    await services();
    const chips = screen.getByRole('list', { name: 'Active filters' });
    expect(
      within(chips)
        .getAllByRole('button')
        .map(chip => chip.textContent),
    ).toEqual([
      'Lifecycle: production',
      'Level: Bronze',
      'Search: gate',
      'Clear all',
    ]);
    await userEvent.click(
      within(chips).getByRole('button', {
        name: 'Remove filter Level: Bronze',
      }),
    );
    expect(address()).toBe('?lifecycle=production&search=gate');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Clear all' }),
    );
    expect(address()).toBe('');
  });

  it('leaves out of the address what no service can have, and says so', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(
      fakeReadinessApi({ getScores }),
      '?level=platinum&level=bronze&verdict=sunny&dimension=coverage',
    );
    expect(
      await screen.findByText(
        'Ignored in the address: level “platinum”, verdict “sunny”, dimension “coverage”',
      ),
    ).toBeInTheDocument();
    expect(getScores.mock.calls[0][0]).toMatchObject({ level: ['bronze'] });
    expect(getScores.mock.calls[0][0]).not.toHaveProperty('verdict');
  });

  it('says which filter to loosen where nothing matches', async () => {
    show(
      fakeReadinessApi({
        getScores: async ({ level, tag }) =>
          level && tag ? empty() : { items: [], totalItems: tag ? 2 : 1 },
      }),
      '?level=bronze&tag=go&search=x',
    );
    const hints = await screen.findByRole('list', {
      name: 'Filters to loosen',
    });
    expect(
      within(hints)
        .getAllByRole('button')
        .map(hint => hint.textContent),
    ).toEqual(['Without Level: 2 services', 'Without Tag: 1 service']);
    await userEvent.click(within(hints).getAllByRole('button')[0]);
    expect(address()).toBe('?tag=go&search=x');
  });

  it('says so where no single filter is in the way', async () => {
    show(fakeReadinessApi({ getScores: empty }), '?level=bronze&tag=go');
    expect(
      await screen.findByText('No single filter is in the way.'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all services' }),
    );
    expect(await screen.findByText('No services yet')).toBeInTheDocument();
  });

  it('searches when typing pauses', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }));
    await services();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search services' }),
      'gate',
    );
    // One request for each letter would make the list longer than this for good.
    await waitFor(() =>
      expect(
        getScores.mock.calls.map(([request]) => request.search).filter(Boolean),
      ).toEqual(['gate']),
    );
  });

  it('hands on the order and the page that are chosen', async () => {
    show(
      fakeReadinessApi({
        getScores: async () => ({
          items: [sampleListItem()],
          totalItems: 60,
          nextCursor: 'second',
        }),
      }),
    );
    const table = await services();
    await userEvent.click(
      within(table).getByRole('button', { name: 'Service' }),
    );
    expect(onState).toHaveBeenLastCalledWith({ sort: 'title', order: 'asc' });
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(onState).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'second' }),
    );
  });

  it('links services, and names what is not known', async () => {
    show(fakeReadinessApi());
    const table = await services();
    expect(
      within(table).getByRole('link', { name: /Gateway/ }),
    ).toHaveAttribute('href', '/catalog/default/component/gateway/readiness');
    const row = within(table).getAllByRole('row')[1];
    expect(row).toHaveTextContent('+12.5 Coverage');
    expect(row).toHaveTextContent('no data: 10 points missing');
  });

  it('names an owner that the catalog does not have, without a link', async () => {
    show(
      fakeReadinessApi({
        getScores: async () => ({
          items: [
            sampleListItem({ owner: 'group:default/dissolved' }),
            sampleListItem({ entityRef: 'component:default/b', title: 'B' }),
            sampleListItem({
              entityRef: 'component:default/c',
              title: 'C',
              owner: undefined,
            }),
          ],
          totalItems: 3,
        }),
      }),
    );
    const table = await services();
    expect(
      await within(table).findByText(/^not in the catalog/),
    ).toBeInTheDocument();
    expect(
      within(table).getByText('group:default/dissolved'),
    ).toBeInTheDocument();
    expect(
      within(table).getByRole('link', { name: 'edge-team' }),
    ).toBeInTheDocument();
    expect(within(table).getByText('no owner')).toBeInTheDocument();
  });

  it('shows the list where the choices of the filters fail', async () => {
    show(
      fakeReadinessApi({
        getFacets: async () => Promise.reject(new Error('facets are away')),
      }),
      '?level=bronze',
    );
    expect(await screen.findByText('facets are away')).toBeInTheDocument();
    expect(await services()).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Remove filter Level: Bronze' }),
    ).toBeInTheDocument();
  });

  it('says what is loading', async () => {
    show(fakeReadinessApi({ getScores: () => new Promise(() => {}) }));
    expect(await screen.findByText('Loading the services')).toBeInTheDocument();
  });

  it('says so where the services may not be seen', async () => {
    show(
      fakeReadinessApi({ getScores: async () => Promise.reject(answer(403)) }),
    );
    expect(
      await screen.findByText('You may not see the services'),
    ).toBeInTheDocument();
  });
});

async function filterButton(name: string) {
  // Where matchMedia is missing the screen counts as narrow.
  const fold = await screen.findByRole('button', { name: /^Filters/ });
  if (fold.getAttribute('aria-expanded') === 'false') {
    await userEvent.click(fold);
  }
  return screen.findByRole('button', { name: new RegExp(`^${name}`) });
}
