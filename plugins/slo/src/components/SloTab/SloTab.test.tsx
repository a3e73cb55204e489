import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { SloApi } from '../../api';
import { fakeSloApi } from '../../__testUtils__/fakeSloApi';
import {
  breachedItem,
  samplePage,
  sampleSummary,
} from '../../__testUtils__/sampleObjectives';
import { showInPortal } from '../../__testUtils__/showInPortal';
import { SloTab } from './SloTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gateway', namespace: 'default' },
};

const show = (getObjectives: SloApi['getObjectives']) =>
  showInPortal(
    <EntityProvider entity={entity}>
      <SloTab />
    </EntityProvider>,
    fakeSloApi({ getObjectives }),
  );

describe('SloTab', () => {
  it('lists the objectives of the service, most urgent first', async () => {
    const getObjectives = jest.fn(async () =>
      samplePage({ items: [breachedItem] }),
    );
    const { container } = show(getObjectives);
    const table = await screen.findByRole('table', { name: 'Objectives' });
    expect(within(table).getAllByRole('row')).toHaveLength(2);
    expect(within(table).queryByText('gateway')).not.toBeInTheDocument();
    expect(getObjectives).toHaveBeenCalledWith(
      {
        entityRefs: ['component:default/gateway'],
        sort: 'urgency',
        order: 'asc',
        limit: 50,
      },
      expect.anything(),
    );
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);

  it('says how to define the first', async () => {
    show(async () =>
      samplePage({ items: [], summary: sampleSummary({ total: 0 }) }),
    );
    expect(
      await screen.findByText('This service has no objective yet'),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    const getObjectives = jest
      .fn<ReturnType<SloApi['getObjectives']>, []>()
      .mockRejectedValueOnce(new Error('the backend is away'))
      .mockResolvedValueOnce(samplePage());
    show(getObjectives);
    expect(await screen.findByText('the backend is away')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByRole('table', { name: 'Objectives' }),
    ).toBeInTheDocument();
  });
});
