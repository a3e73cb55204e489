import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeEvidenceApi, refusal } from '../../__testUtils__/fakeEvidenceApi';
import { sampleRecord } from '../../__testUtils__/sampleRecords';
import { showEvidenceTab } from '../../__testUtils__/showEvidenceTab';

describe('RecordDetail', () => {
  it('opens a record to its facts, and shows its content as text', async () => {
    const api = fakeEvidenceApi();
    showEvidenceTab(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Details: coverage of 3f1c9a2',
      }),
    );
    const facts = await screen.findByRole('table', {
      name: 'Facts of this record',
    });
    expect(within(facts).getByText('82.5 %')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'View content' }));
    expect(
      await screen.findByText('<img src=x onerror=alert(1)>'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/The first 256 KiB of 2.0 KiB/),
    ).toBeInTheDocument();
    expect(api.previewContent).toHaveBeenCalledWith(
      'record-1',
      256 * 1024,
      expect.anything(),
    );
  });

  it('says since when the bytes of a record are gone, and offers none', async () => {
    const contentRemovedAt = '2020-06-01T03:00:00.000Z';
    const items = [sampleRecord({ contentRemovedAt })];
    const api = fakeEvidenceApi({
      getRecords: async () => ({ items, totalItems: 1 }),
    });
    showEvidenceTab(api, '?record=record-1');
    expect(
      await screen.findByText(/^Bytes no longer kept since .*2020/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /View content|Download/ }),
    ).toBeNull();
    expect(
      await screen.findByRole('table', { name: 'Facts of this record' }),
    ).toBeInTheDocument();
  });

  it('says so where the content may not be seen or fails', async () => {
    showEvidenceTab(
      fakeEvidenceApi({
        previewContent: async () => Promise.reject(refusal(403)),
        downloadContent: async () => Promise.reject(new Error('blob is gone')),
      }),
      '?record=record-1',
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'View content' }),
    );
    expect(
      await screen.findByText('You may not see the content'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /^Download/ }));
    expect(await screen.findByText('blob is gone')).toBeInTheDocument();
  });
});
