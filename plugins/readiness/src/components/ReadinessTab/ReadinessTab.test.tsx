import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { ReadinessApi, readinessApiRef } from '../../api';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import {
  sampleDecision,
  sampleScorecards,
} from '../../__testUtils__/sampleScores';
import { evidenceRouteRef } from '../../routes';
import { ReadinessTab } from './ReadinessTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gateway', namespace: 'default' },
};

function show(
  api: ReadinessApi,
  options: { search?: string; bare?: boolean } = {},
) {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <ReadinessTab />
    </EntityProvider>,
    {
      apis: [[readinessApiRef, api]],
      mountedRoutes: options.bare ? {} : { '/evidence-tab': evidenceRouteRef },
      initialRouteEntries: [`/${options.search ?? ''}`],
    },
  );
}

const region = (name: string) => screen.findByRole('region', { name });

describe('ReadinessTab', () => {
  it('says of each dimension what it brings, why, what to do, and who says so', async () => {
    show(fakeReadinessApi());
    const table = await screen.findByRole('table', { name: 'Dimensions' });
    const coverage = within(table)
      .getByRole('rowheader', { name: 'Coverage' })
      .closest('tr')!;
    expect(coverage).toHaveTextContent('12.5 of 25');
    expect(coverage).toHaveTextContent('40 % of lines (full at 80 %)');
    expect(coverage).toHaveTextContent('Test more lines.');
    expect(
      within(coverage).getByRole('link', { name: 'coverage report' }),
    ).toHaveAttribute('href', '/evidence-tab?record=record-1');

    const chaos = within(table)
      .getByRole('rowheader', { name: 'Chaos' })
      .closest('tr')!;
    expect(within(chaos).getAllByText('no data')).not.toHaveLength(0);
    expect(chaos).toHaveTextContent('no data: 10 points missing');
    expect(within(chaos).queryByText('failed')).not.toBeInTheDocument();

    const runbooks = within(table)
      .getByRole('rowheader', { name: 'Runbooks' })
      .closest('tr')!;
    expect(within(runbooks).getByText('passed')).toBeInTheDocument();
    expect(runbooks).toHaveTextContent('none yet');
  });

  it('names evidence without a link where the evidence plugin is not there', async () => {
    show(fakeReadinessApi(), { bare: true });
    expect(await screen.findAllByText('coverage report')).not.toHaveLength(0);
    expect(
      screen.queryByRole('link', { name: 'coverage report' }),
    ).not.toBeInTheDocument();
  });

  it('explains a dimension by its facts and its rule in one click', async () => {
    show(fakeReadinessApi());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Facts and rule Coverage' }),
    );
    const dialog = await screen.findByRole('dialog', { name: 'Coverage' });
    expect(dialog).toHaveTextContent('25 points at most.');
    expect(
      within(dialog)
        .getByRole('rowheader', { name: 'test.coverage.lines' })
        .closest('tr'),
    ).toHaveTextContent('40 %1 Mar 2020, 10:00:00 UTC');
  });

  it('shows whether the way is open, and what stands in it', async () => {
    show(fakeReadinessApi());
    const promotion = await region('Promotion to production');
    expect(await within(promotion).findByText('blocked')).toBeInTheDocument();
    expect(promotion).toHaveTextContent('for 3f1c9a2 by external:ci-sample');
    expect(promotion).toHaveTextContent('score 0.74, threshold 0.90');
    expect(
      within(promotion).getByRole('list', { name: 'In the way' }),
    ).toHaveTextContent('The score of 0.74 is below 0.90.');

    await userEvent.click(
      within(promotion).getByRole('button', {
        name: 'See the decision Decision decision-1182',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('ef'.repeat(32));
    expect(
      within(dialog).getByRole('list', { name: 'All that is in the way' }),
    ).toHaveTextContent('The score of 0.74 is below 0.90. Gain 16 points.');
  });

  it('shows the first of many reasons, and how many more there are', async () => {
    const blockers = ['a', 'b', 'c', 'd', 'e'].map(dimension => ({
      code: 'no-data',
      dimension,
      message: `${dimension} is not known.`,
    }));
    show(
      fakeReadinessApi({
        getDecisions: async () => ({ items: [sampleDecision({ blockers })] }),
      }),
    );
    expect(
      await screen.findByText('and 2 more, see the decision'),
    ).toBeInTheDocument();
    expect(screen.queryByText('d is not known.')).not.toBeInTheDocument();
  });

  it.each([
    ['pass', 'open'],
    ['warn', 'open, with warnings'],
    ['cannot-evaluate', 'cannot tell'],
  ] as const)('says %s as %s', async (decision, word) => {
    show(
      fakeReadinessApi({
        getDecisions: async () => ({ items: [sampleDecision({ decision })] }),
      }),
    );
    expect(await screen.findByText(word)).toBeInTheDocument();
  });

  it('says how to ask the gate where nobody has', async () => {
    show(fakeReadinessApi({ getDecisions: async () => ({ items: [] }) }));
    expect(
      await screen.findByText('The gate has not been asked yet'),
    ).toBeInTheDocument();
    expect(await region('Promotion to production')).toHaveTextContent(
      'conductor gate --entity component:default/gateway --env production',
    );
  });

  it('says how verdicts count, and how often each is here', async () => {
    show(fakeReadinessApi());
    const table = await screen.findByRole('table', {
      name: 'How verdicts count',
    });
    const rows = within(table).getAllByRole('row');
    expect(rows).toHaveLength(9);
    expect(
      within(table)
        .getByText(/Nothing is known: no points/)
        .closest('tr'),
    ).toHaveTextContent('counted1');
    expect(
      within(table)
        .getByText(/Does not apply/)
        .closest('tr'),
    ).toHaveTextContent('left out0');
  });

  it('marks where the rule changed in the history', async () => {
    show(fakeReadinessApi());
    const history = await region('Score over 90 days');
    expect(
      await within(history).findByText(
        '2 Mar 2020, scorecard v2: weight of k6_recency 0.05 → 0.1',
      ),
    ).toBeInTheDocument();
    await userEvent.click(
      within(history).getByRole('button', { name: 'Show as a table' }),
    );
    expect(
      within(history).getByText('worked out afterwards'),
    ).toBeInTheDocument();
  });

  it('asks for the environment of the address', async () => {
    const getScore = jest.fn(fakeReadinessApi().getScore);
    show(fakeReadinessApi({ getScore }), { search: '?environment=staging' });
    expect(await region('Promotion to staging')).toBeInTheDocument();
    expect(getScore).toHaveBeenCalledWith(
      { entityRef: 'component:default/gateway', environment: 'staging' },
      expect.anything(),
    );
  });

  it('says so where the configured scorecard cannot be used', async () => {
    show(
      fakeReadinessApi({
        getScorecards: async () => ({
          ...sampleScorecards,
          problem: 'weights sum to 0.9',
        }),
      }),
    );
    expect(await screen.findByText('weights sum to 0.9')).toBeInTheDocument();
  });

  it('shows the rest where decisions may not be seen and the history fails', async () => {
    show(
      fakeReadinessApi({
        getDecisions: async () => Promise.reject(answer(403)),
        getHistory: async () => Promise.reject(new Error('history is away')),
      }),
    );
    expect(
      await screen.findByText('You may not see the last decision'),
    ).toBeInTheDocument();
    expect(await screen.findAllByText('history is away')).not.toHaveLength(0);
    expect(
      await screen.findByRole('table', { name: 'Dimensions' }),
    ).toBeInTheDocument();
  });

  it('says once that the score cannot be loaded', async () => {
    show(
      fakeReadinessApi({
        getScore: async () => Promise.reject(new Error('scores are away')),
      }),
    );
    expect(await screen.findAllByText('scores are away')).toHaveLength(1);
    expect(await region('Promotion to production')).toBeInTheDocument();
    expect(await region('Score over 90 days')).toBeInTheDocument();
  });

  it('says so where the entity is not scored', async () => {
    show(
      fakeReadinessApi({ getScore: async () => Promise.reject(answer(404)) }),
    );
    expect(
      await screen.findByText('This entity is not scored'),
    ).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeReadinessApi());
    await screen.findByRole('table', { name: 'Dimensions' });
    await screen.findByText('blocked');
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // The whole tab takes axe seconds where other work shares the machine.
  }, 30_000);
});
