import { renderInTestApp } from '@backstage/frontend-test-utils';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { sampleChanges } from '../../__testUtils__/sampleScores';
import { ReadinessApi, readinessApiRef } from '../../api';
import { evidenceRouteRef } from '../../routes';
import { ChangesSection } from './ChangesSection';

const DAY = 24 * 60 * 60 * 1000;

function show(api: ReadinessApi, search = '') {
  return renderInTestApp(
    <ChangesSection entityRef="component:default/gateway" />,
    {
      apis: [[readinessApiRef, api]],
      mountedRoutes: { '/evidence-tab': evidenceRouteRef },
      initialRouteEntries: [`/${search}`],
    },
  );
}

const moved = async () =>
  within(
    await screen.findByRole('list', { name: 'Changed dimensions' }),
  ).getAllByRole('listitem');

describe('ChangesSection', () => {
  it('says the whole change, and item by item how much, why, what to do, and who says so', async () => {
    show(fakeReadinessApi());
    expect(
      await screen.findByText('0.98 → 0.72, −26 points'),
    ).toBeInTheDocument();
    const [coverage, runbooks] = (await moved()).filter(
      item => item.querySelector('ul') || item.textContent?.includes('points'),
    );
    expect(coverage).toHaveTextContent('Coverage−25points');
    expect(coverage).toHaveTextContent('passed→thenstale');
    expect(coverage).toHaveTextContent('evidence grew older');
    expect(coverage).toHaveTextContent('measured 41 days ago');
    expect(coverage).toHaveTextContent('Next step: Test more lines.');
    expect(
      within(coverage).getByRole('link', { name: 'coverage report' }),
    ).toHaveAttribute('href', '/evidence-tab?record=record-1');
    expect(runbooks).toHaveTextContent('rule changed');
    expect(
      screen.getByRole('list', { name: 'Changes of the rule' }),
    ).toHaveTextContent(
      '2 Mar 2020, scorecard v2: weight of k6_recency 0.05 → 0.1',
    );
  });

  it('folds what did not change', async () => {
    show(fakeReadinessApi());
    const fold = await screen.findByRole('button', { name: '1 unchanged' });
    expect(fold).toHaveAttribute('aria-expanded', 'false');
    await userEvent.click(fold);
    expect(
      await screen.findByRole('list', { name: 'Unchanged dimensions' }),
    ).toHaveTextContent('Chaosno data0 points');
  });

  it('compares with another moment, which is in the address', async () => {
    const getChanges = jest.fn(fakeReadinessApi().getChanges);
    show(fakeReadinessApi({ getChanges }), '?since=1d');
    await moved();
    const asked = () => Date.parse(getChanges.mock.calls.at(-1)![0].since);
    expect(Date.now() - asked()).toBeGreaterThanOrEqual(DAY);
    expect(screen.getByRole('radio', { name: '1 day' })).toBeChecked();

    await userEvent.click(screen.getByRole('radio', { name: '30 days' }));
    expect(Date.now() - asked()).toBeGreaterThanOrEqual(30 * DAY);

    const date = new Date(Date.now() - 3 * DAY).toISOString().slice(0, 10);
    fireEvent.change(screen.getByLabelText('or since'), {
      target: { value: date },
    });
    expect(asked()).toBe(Date.parse(`${date}T00:00:00Z`));
  });

  it('says so where the address names a moment that cannot be compared with', async () => {
    show(fakeReadinessApi(), '?since=tomorrow');
    expect(
      await screen.findByText(/these are the last 7 days/),
    ).toBeInTheDocument();
  });

  it('says so where there was no score then', async () => {
    const getChanges = async () =>
      sampleChanges({ before: undefined, change: undefined });
    show(fakeReadinessApi({ getChanges }));
    expect(
      await screen.findByText('0.72, nothing to compare with'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/no score at or before 1 Mar 2020, 10:00:00 UTC/),
    ).toBeInTheDocument();
  });

  it('says so where nothing moved', async () => {
    const [, , chaos] = sampleChanges().items;
    const getChanges = async () =>
      sampleChanges({ items: [chaos], change: 0, definitionChanges: [] });
    show(fakeReadinessApi({ getChanges }));
    expect(await screen.findByText('No dimension moved.')).toBeInTheDocument();
  });

  it.each([
    ['loading', () => new Promise<never>(() => {}), 'Loading what changed'],
    [
      'denied',
      async () => Promise.reject(answer(403)),
      'You may not see what changed',
    ],
    [
      'failed',
      async () => Promise.reject(new Error('history is away')),
      'history is away',
    ],
  ])('says so where it is %s', async (_, getChanges, text) => {
    show(fakeReadinessApi({ getChanges }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeReadinessApi());
    await moved();
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);
});
