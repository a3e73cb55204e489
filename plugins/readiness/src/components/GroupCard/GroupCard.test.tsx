import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleTeam } from '../../__testUtils__/sampleScores';
import { ReadinessApi, readinessApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { GroupCard } from './GroupCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform', namespace: 'default' },
};

function show(api: ReadinessApi) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <GroupCard />
    </EntityProvider>,
    {
      apis: [[readinessApiRef, api]],
      mountedRoutes: {
        '/readiness': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('GroupCard', () => {
  it('shows the mean, what is ready, and each dimension', async () => {
    show(fakeReadinessApi());
    expect(await screen.findByText('0.81')).toBeInTheDocument();
    expect(
      screen.getByText('1 of 3 services ready · 1 no data'),
    ).toBeInTheDocument();
    const dimensions = screen.getByRole('list', { name: 'Dimensions' });
    await within(dimensions).findByText('Coverage');
    expect(
      within(dimensions)
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['Coverage62 % · 1 no data', 'Chaosno data']);
  });

  it('leads to the weakest services, and to all of them', async () => {
    const getScores = jest.fn(fakeReadinessApi().getScores);
    show(fakeReadinessApi({ getScores }));
    const weakest = await screen.findByRole('list', {
      name: 'Weakest services',
    });
    expect(weakest).toHaveTextContent('Gateway0.74Bronze');
    expect(weakest).toHaveTextContent('Coverage: Test more lines.');
    expect(
      within(weakest).getByRole('link', { name: 'Gateway' }),
    ).toHaveAttribute('href', '/catalog/default/component/gateway/readiness');
    expect(getScores).toHaveBeenCalledWith(
      {
        owner: ['group:default/platform'],
        sort: 'score',
        order: 'asc',
        limit: 3,
      },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'All services of this group' }),
    ).toHaveAttribute(
      'href',
      '/readiness?owner=group%3Adefault%2Fplatform&view=services',
    );
  });

  it.each([
    ['owns nothing', async () => sampleTeam({ services: 0, scored: 0 })],
    ['is not known', async () => Promise.reject(answer(404))],
  ])('says what to do where the group %s', async (_, getTeam) => {
    show(fakeReadinessApi({ getTeam }));
    expect(
      await screen.findByText('This group owns no service that is scored'),
    ).toBeInTheDocument();
  });

  it('says no data where no service has a score', async () => {
    const getTeam = async () =>
      sampleTeam({ score: undefined, scored: 0, ready: 0, dimensions: {} });
    show(fakeReadinessApi({ getTeam }));
    expect(await screen.findByText('no data')).toBeInTheDocument();
  });

  it('keeps the score where only the services fail', async () => {
    const getScores = async () => Promise.reject(new Error('scores are away'));
    show(fakeReadinessApi({ getScores }));
    expect(await screen.findByText('0.81')).toBeInTheDocument();
    expect(await screen.findByText('scores are away')).toBeInTheDocument();
  });

  it.each([
    [
      'loading',
      () => new Promise<never>(() => {}),
      'Loading the readiness of the group',
    ],
    [
      'denied',
      async () => Promise.reject(answer(403)),
      'You may not see the readiness of the group',
    ],
    [
      'failed',
      async () => Promise.reject(new Error('teams are away')),
      'teams are away',
    ],
  ])('says so where it is %s', async (_, getTeam, text) => {
    show(fakeReadinessApi({ getTeam }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeReadinessApi());
    await screen.findByRole('list', { name: 'Weakest services' });
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);
});
