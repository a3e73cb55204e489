import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { fakeEvidenceApi, refusal } from '../../__testUtils__/fakeEvidenceApi';
import { sampleRecord } from '../../__testUtils__/sampleRecords';
import {
  showEvidenceTab,
  unfoldFilters,
} from '../../__testUtils__/showEvidenceTab';
import { EvidenceApi } from '../../api';

describe('EvidenceTab', () => {
  it('shows what, when, from which commit and run, fresh until when, by whom', async () => {
    const api = fakeEvidenceApi();
    showEvidenceTab(api);
    const row = (await screen.findByText('coverage (lcov)')).closest('tr')!;
    expect(within(row).getByText('3f1c9a2')).toBeInTheDocument();
    expect(within(row).getByText('external:ci-sample')).toBeInTheDocument();
    expect(within(row).getByText('abababababab')).toHaveAttribute(
      'title',
      'ab'.repeat(32),
    );
    expect(within(row).getByRole('link', { name: /run 118/ })).toHaveAttribute(
      'href',
      'https://ci.example.org/runs/118',
    );
    expect(within(row).getByText(/^stale/)).toBeInTheDocument();
    expect(screen.getByText('2 of 2 records')).toBeInTheDocument();
    expect(api.getRecords).toHaveBeenCalledWith(
      expect.objectContaining({ entityRef: 'component:default/gateway' }),
      expect.anything(),
    );
  });

  it('makes no link of an address that is no web address', async () => {
    showEvidenceTab(fakeEvidenceApi());
    expect(await screen.findByText('run 117')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /run 117/ }),
    ).not.toBeInTheDocument();
  });

  it('says how to begin where there is nothing', async () => {
    showEvidenceTab(
      fakeEvidenceApi({
        getRecords: async () => ({ items: [], totalItems: 0 }),
      }),
    );
    expect(await screen.findByText('No evidence yet')).toBeInTheDocument();
    expect(screen.getByRole('code')).toHaveTextContent(
      'conductor evidence push coverage/lcov.info --entity component:default/gateway --env production',
    );
    expect(await screen.findByText('No facts yet')).toBeInTheDocument();
  });

  it('shows the facts where only the records fail, and tries again', async () => {
    const getRecords = jest
      .fn<ReturnType<EvidenceApi['getRecords']>, []>()
      .mockRejectedValueOnce(new Error('database is away'))
      .mockResolvedValueOnce({ items: [sampleRecord()], totalItems: 1 });
    showEvidenceTab(fakeEvidenceApi({ getRecords }));
    expect(await screen.findByText('database is away')).toBeInTheDocument();
    expect(await screen.findByText('No facts yet')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 of 1 records')).toBeInTheDocument();
  });

  it('says so where the reader may not see it', async () => {
    showEvidenceTab(
      fakeEvidenceApi({ getRecords: async () => Promise.reject(refusal(403)) }),
    );
    expect(
      await screen.findByText('You may not see the evidence'),
    ).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = showEvidenceTab(
      fakeEvidenceApi(),
      '?record=record-1&kind=load',
    );
    await screen.findByRole('table', { name: 'Facts of this record' });
    await unfoldFilters();
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
  });
});
