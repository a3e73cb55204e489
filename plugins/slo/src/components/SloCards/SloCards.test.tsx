import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import axe from 'axe-core';
import { SloApi } from '../../api';
import { answer, fakeSloApi } from '../../__testUtils__/fakeSloApi';
import {
  burningItem,
  samplePage,
  sampleSummary,
  unknownItem,
} from '../../__testUtils__/sampleObjectives';
import { showInPortal } from '../../__testUtils__/showInPortal';
import { GroupCard } from './GroupCard';
import { ObjectivesCard } from './ObjectivesCard';

const group = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'edge-team', namespace: 'default' },
};

const showGroup = (api: SloApi) =>
  showInPortal(
    <EntityProvider entity={group}>
      <GroupCard />
    </EntityProvider>,
    api,
  );

const worst = () =>
  screen.findByRole('list', { name: 'Most urgent objectives' });

describe('the card of a group', () => {
  it('says how its objectives fare, and which come first', async () => {
    const getObjectives = jest.fn(async () =>
      samplePage({ items: [burningItem, unknownItem] }),
    );
    showGroup(fakeSloApi({ getObjectives }));
    const [first, second] = within(await worst()).getAllByRole('listitem');
    expect(first).toHaveTextContent(
      'Writes p95 ≤ 700 ms · policy-reasonerburningwarning41 % · 2 h 57 min',
    );
    expect(second).toHaveTextContent(/last good value/);
    expect(
      within(screen.getByRole('list', { name: 'Objectives by state' }))
        .getAllByRole('listitem')
        .map(item => item.textContent),
    ).toEqual(['1 burning', '1 used up', '1 warning', '2 cannot tell', '1 ok']);
    expect(getObjectives).toHaveBeenCalledWith(
      { owners: ['group:default/edge-team'], sort: 'urgency', limit: 3 },
      expect.anything(),
    );
    expect(
      screen.getByRole('link', { name: 'All objectives' }),
    ).toHaveAttribute(
      'href',
      '/slo?view=board&owner=group%3Adefault%2Fedge-team',
    );
  });

  it.each([
    [
      'empty',
      async () =>
        samplePage({ items: [], summary: sampleSummary({ total: 0 }) }),
      'This group has no objective yet',
    ],
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
    showGroup(fakeSloApi({ getObjectives }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = showGroup(fakeSloApi());
    await worst();
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);
});

describe('the card of a service', () => {
  it('does not name the service again', async () => {
    showInPortal(
      <ObjectivesCard
        scope={{ entityRefs: ['component:default/policy-reasoner'] }}
        who="This service"
        to="/slo"
        hideEntity
      />,
      fakeSloApi(),
    );
    expect(
      within(await worst()).queryByText('policy-reasoner'),
    ).not.toBeInTheDocument();
  });
});
