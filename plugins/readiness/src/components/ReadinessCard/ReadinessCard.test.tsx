import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { ReadinessApi, readinessApiRef } from '../../api';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleScore } from '../../__testUtils__/sampleScores';
import { entityContentRouteRef } from '../../routes';
import { ReadinessCard } from './ReadinessCard';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gateway', namespace: 'default' },
};

function show(api: ReadinessApi) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <ReadinessCard />
    </EntityProvider>,
    {
      apis: [[readinessApiRef, api]],
      mountedRoutes: { '/readiness-tab': entityContentRouteRef },
    },
  );
}

describe('ReadinessCard', () => {
  it('shows score, level, trend and the steps that bring most', async () => {
    show(fakeReadinessApi());
    expect(await screen.findByText('0.74')).toBeInTheDocument();
    expect(screen.getByText('Bronze')).toBeInTheDocument();
    expect(
      screen.getByText('22.5 points missing · 16 to the threshold of 0.90'),
    ).toBeInTheDocument();
    expect(screen.getByText('no data: 10 points missing')).toBeInTheDocument();
    expect(
      await screen.findByText(
        /−0.04 since 28 Feb 2020, most of it from Coverage/,
      ),
    ).toBeInTheDocument();
    const steps = within(
      screen.getByRole('list', { name: 'Next steps' }),
    ).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      '+12.5 pointsTest more lines.Coverage · 40 % of lines (full at 80 %)',
      '+10 pointsRun a chaos experiment once.Chaos · never run',
    ]);
    expect(
      screen.getByRole('link', { name: 'All dimensions' }),
    ).toHaveAttribute('href', '/readiness-tab');
  });

  it('keeps the score where only the history fails', async () => {
    show(
      fakeReadinessApi({
        getHistory: async () => Promise.reject(new Error('history is away')),
      }),
    );
    expect(await screen.findByText('0.74')).toBeInTheDocument();
    expect(await screen.findByText('history is away')).toBeInTheDocument();
  });

  it('says no data where no dimension applies', async () => {
    show(
      fakeReadinessApi({
        getScore: async () => sampleScore({ score: undefined, dimensions: [] }),
      }),
    );
    expect(await screen.findByText('no data')).toBeInTheDocument();
  });

  it('says so where the entity is not scored', async () => {
    show(
      fakeReadinessApi({ getScore: async () => Promise.reject(answer(404)) }),
    );
    expect(
      await screen.findByText('This entity is not scored'),
    ).toBeInTheDocument();
  });

  it('says so where the reader may not see it', async () => {
    show(
      fakeReadinessApi({ getScore: async () => Promise.reject(answer(403)) }),
    );
    expect(
      await screen.findByText('You may not see the readiness score'),
    ).toBeInTheDocument();
  });

  it('says what is loading', async () => {
    show(fakeReadinessApi({ getScore: () => new Promise(() => {}) }));
    expect(
      await screen.findByText('Loading the readiness score'),
    ).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeReadinessApi());
    await screen.findByText(/−0.04 since/);
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
  });
});
