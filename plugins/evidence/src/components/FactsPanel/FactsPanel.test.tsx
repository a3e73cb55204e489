import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeEvidenceApi } from '../../__testUtils__/fakeEvidenceApi';
import { sampleFact } from '../../__testUtils__/sampleRecords';
import { showEvidenceTab } from '../../__testUtils__/showEvidenceTab';

describe('FactsPanel', () => {
  it('shows the facts of another environment that there is', async () => {
    const api = fakeEvidenceApi();
    showEvidenceTab(api);
    expect(
      await screen.findByText(/The latest of each name for production/),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /Environment of the facts/ }),
    );
    expect(
      screen.getAllByRole('option').map(option => option.textContent),
    ).toEqual(['production', 'staging']);
    await userEvent.click(screen.getByRole('option', { name: 'staging' }));
    expect(
      await screen.findByText(/The latest of each name for staging/),
    ).toBeInTheDocument();
    expect(api.getFacts).toHaveBeenLastCalledWith(
      expect.objectContaining({ environment: 'staging' }),
      expect.anything(),
    );
  });

  it('shows facts with a link to the record that they were read from', async () => {
    showEvidenceTab(
      fakeEvidenceApi({
        getFacts: async () => ({
          items: [
            sampleFact(),
            sampleFact({
              name: 'catalog.owner.exists',
              type: 'boolean',
              value: true,
              environment: '',
              commit: '',
              source: 'collector:catalog',
              recordId: undefined,
            }),
          ],
        }),
      }),
    );
    const facts = await screen.findByRole('table', { name: 'Facts' });
    expect(
      within(facts).getByRole('link', { name: 'evidence:coverage' }),
    ).toHaveAttribute('href', expect.stringContaining('?record=record-1'));
    expect(within(facts).getByText('collector:catalog')).toBeInTheDocument();
    expect(within(facts).getByText('yes')).toBeInTheDocument();
  });
});
