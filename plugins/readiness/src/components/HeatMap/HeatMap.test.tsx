import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleTeam } from '../../__testUtils__/sampleScores';
import { ReadinessApi, readinessApiRef } from '../../api';
import { HeatMap } from './HeatMap';

const onState = jest.fn();

function show(api: ReadinessApi) {
  return renderInTestApp(<HeatMap onState={onState} onOwner={jest.fn()} />, {
    apis: [[readinessApiRef, api]],
  });
}

const map = () => screen.findByRole('table', { name: 'Teams by dimensions' });

describe('HeatMap', () => {
  it('says in each cell the mean in percent and what is not known', async () => {
    show(
      fakeReadinessApi({
        getTeams: async () => ({
          items: [
            sampleTeam({
              dimensions: {
                a: { value: 0, noData: 0 },
                b: { noData: 3 },
                c: { value: 1, noData: 1 },
                d: { noData: 0 },
              },
            }),
          ],
        }),
      }),
    );
    const row = within(await map()).getAllByRole('row')[1];
    expect(
      within(row)
        .getAllByRole('cell')
        .slice(1)
        .map(cell => cell.textContent),
    ).toEqual(['0 %', 'no data', '100 %1 without data', '–']);
  });

  it('leads from a cell to the services behind it', async () => {
    show(fakeReadinessApi());
    const cell = within(await map()).getByRole('link', {
      name: 'Platform, coverage: 62 %, 1 without data',
    });
    const url = new URL(cell.getAttribute('href')!, 'http://portal.example');
    expect(url.searchParams.get('owner')).toBe('group:default/platform');
    expect(url.searchParams.get('dimension')).toBe('coverage');
    expect(url.searchParams.getAll('verdict')).toEqual([
      'failed',
      'partial',
      'no-data',
      'stale',
      'errored',
    ]);
  });

  it('asks for a hundred teams in the order of the tree, and pages', async () => {
    const getTeams = jest.fn(async () => ({
      items: [sampleTeam()],
      totalItems: 120,
      nextCursor: 'second',
    }));
    show(fakeReadinessApi({ getTeams }));
    await map();
    expect(getTeams).toHaveBeenCalledWith(
      expect.objectContaining({ sort: 'tree', limit: 100 }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(onState).toHaveBeenCalledWith(
      expect.objectContaining({ cursor: 'second' }),
    );
  });

  it('collapses the groups below a team', async () => {
    show(fakeReadinessApi());
    const table = await map();
    await userEvent.click(
      within(table).getByRole('button', { name: 'Groups of Platform' }),
    );
    expect(within(table).queryByText('Edge Team')).not.toBeInTheDocument();
  });

  it('says what the colours stand for', async () => {
    show(fakeReadinessApi());
    expect(
      await screen.findByRole('list', { name: 'Colours' }),
    ).toHaveTextContent('no data, which is not 0 %');
  });

  it.each([
    ['empty', async () => ({ items: [] }), 'No team owns a service'],
    ['loading', () => new Promise<never>(() => {}), 'Loading the heat map'],
    [
      'denied',
      async () => Promise.reject(answer(403)),
      'You may not see the heat map',
    ],
    [
      'failed',
      async () => Promise.reject(new Error('teams are away')),
      'teams are away',
    ],
  ])('says so where it is %s', async (_, getTeams, text) => {
    show(fakeReadinessApi({ getTeams }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
