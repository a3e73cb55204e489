import { screen, within } from '@testing-library/react';
import { fakeEvidenceApi, refusal } from '../../__testUtils__/fakeEvidenceApi';
import { sampleRecord } from '../../__testUtils__/sampleRecords';
import { showEvidenceTab } from '../../__testUtils__/showEvidenceTab';

describe('LinkedRecord', () => {
  it('opens the record of the link', async () => {
    showEvidenceTab(fakeEvidenceApi(), '?record=record-2');
    expect(
      await screen.findByRole('table', { name: 'Facts of this record' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Linked record' }),
    ).not.toBeInTheDocument();
  });

  it('fetches the record of the link where it is on another page', async () => {
    const api = fakeEvidenceApi();
    showEvidenceTab(api, '?record=record-99');
    const linked = await screen.findByRole('region', { name: 'Linked record' });
    expect(
      await within(linked).findByText('coverage (lcov)'),
    ).toBeInTheDocument();
    expect(api.getRecord).toHaveBeenCalledWith('record-99', expect.anything());
  });

  it.each([
    ['is gone', async () => Promise.reject(refusal(404))],
    [
      'belongs to another entity',
      async () => ({
        ...sampleRecord({ entityRef: 'component:default/other' }),
        facts: [],
      }),
    ],
  ])('says so where the record of the link %s', async (_, getRecord) => {
    showEvidenceTab(fakeEvidenceApi({ getRecord }), '?record=record-99');
    expect(
      await screen.findByText('This entity has no such record'),
    ).toBeInTheDocument();
  });
});
