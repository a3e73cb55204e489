import { identityApiRef } from '@backstage/core-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleListItem } from '../../__testUtils__/sampleScores';
import { ReadinessApi, readinessApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { HomeWidget } from './HomeWidget';

const OWNERS = ['user:default/pat', 'group:default/edge-team'];

function show(api: ReadinessApi, ownershipEntityRefs = OWNERS) {
  const identity = mockApis.identity({
    userEntityRef: 'user:default/pat',
    ownershipEntityRefs,
  });
  return renderInTestApp(<HomeWidget />, {
    apis: [
      [readinessApiRef, api],
      [identityApiRef, identity],
    ],
    mountedRoutes: {
      '/readiness': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });
}

describe('HomeWidget', () => {
  it('shows how many of my services are ready, who moved, and what to do first', async () => {
    const getScores = jest.fn(async () => ({
      items: [
        sampleListItem(),
        sampleListItem({
          entityRef: 'component:default/ledger',
          title: 'Ledger',
          score: 0.95,
          change: 0.2,
          dimensions: [],
        }),
        sampleListItem({
          entityRef: 'component:default/new',
          title: 'New',
          score: undefined,
          change: undefined,
          dimensions: [],
        }),
      ],
      totalItems: 3,
    }));
    show(fakeReadinessApi({ getScores }));
    expect(
      await screen.findByText(/of 3 ready for production/),
    ).toHaveTextContent('1 of 3 ready for production');
    expect(
      screen.getByText('1 below the threshold · 1 no data'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Ledger +0.20' })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger/readiness?since=7d#what-changed',
    );
    const steps = screen.getByRole('list', { name: 'Next steps' });
    expect(
      within(steps)
        .getAllByRole('listitem')
        .map(step => step.textContent),
    ).toEqual([
      '+12.5 pointsTest more lines.Gateway · Coverage',
      '+10 pointsRun a chaos experiment once.Gateway · Chaos',
    ]);
    expect(getScores).toHaveBeenCalledWith(
      { owner: OWNERS, sort: 'score', order: 'asc', limit: 100 },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'All services of my teams' }),
    ).toHaveAttribute(
      'href',
      '/readiness?owner=user%3Adefault%2Fpat&owner=group%3Adefault%2Fedge-team',
    );
  });

  it('asks for nothing where nobody is in a team: no owner is not every owner', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }), []);
    expect(
      await screen.findByText('You are in no team yet'),
    ).toBeInTheDocument();
    expect(getScores).not.toHaveBeenCalled();
  });

  it('says so where my teams own nothing', async () => {
    show(fakeReadinessApi({ getScores: async () => ({ items: [] }) }));
    expect(
      await screen.findByText('Your teams own no service that is scored'),
    ).toBeInTheDocument();
  });

  it('counts all pages, and says where it stops', async () => {
    let page = 0;
    const getScores = jest.fn(async () => ({
      items: [sampleListItem({ entityRef: `component:default/s${page++}` })],
      nextCursor: `page-${page}`,
    }));
    show(fakeReadinessApi({ getScores }));
    expect(
      await screen.findByText(/of the first 5 ready for production/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/only the 5 with the lowest scores are counted here/),
    ).toBeInTheDocument();
    expect(getScores).toHaveBeenCalledTimes(5);
    expect(getScores).toHaveBeenLastCalledWith(
      expect.objectContaining({ cursor: 'page-4' }),
      expect.anything(),
    );
  });

  it.each([
    [
      'loading',
      () => new Promise<never>(() => {}),
      'Loading the readiness of your services',
    ],
    [
      'denied',
      async () => Promise.reject(answer(403)),
      'You may not see the readiness of your services',
    ],
    [
      'failed',
      async () => Promise.reject(new Error('scores are away')),
      'scores are away',
    ],
  ])('says so where it is %s', async (_, getScores, text) => {
    show(fakeReadinessApi({ getScores }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeReadinessApi());
    await screen.findByRole('list', { name: 'Next steps' });
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);
});
