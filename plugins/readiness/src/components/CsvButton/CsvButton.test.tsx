import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answer, fakeReadinessApi } from '../../__testUtils__/fakeReadinessApi';
import { ReadinessApi, readinessApiRef } from '../../api';
import { CsvButton } from './CsvButton';

const request = { level: ['gold'], sort: 'score', order: 'asc' as const };

async function press(api: ReadinessApi) {
  renderInTestApp(<CsvButton request={request} />, {
    apis: [[readinessApiRef, api]],
  });
  await userEvent.click(
    await screen.findByRole('button', { name: 'Download CSV' }),
  );
}

describe('CsvButton', () => {
  it('saves what matches, under the name that the server gives it', async () => {
    const saved: string[] = [];
    Object.assign(URL, {
      createObjectURL: () => 'blob:1',
      revokeObjectURL: () => {},
    });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function record(this: HTMLAnchorElement) {
        saved.push(this.download);
      });
    const getScoresFile = jest.fn(fakeReadinessApi().getScoresFile);

    await press(fakeReadinessApi({ getScoresFile }));

    expect(getScoresFile).toHaveBeenCalledWith(request);
    expect(saved).toEqual(['readiness-production-2020-03-08.csv']);
    click.mockRestore();
  });

  it('says what failed', async () => {
    const getScoresFile = async () => Promise.reject(new Error('too many'));
    await press(fakeReadinessApi({ getScoresFile }));
    expect(await screen.findByText('too many')).toBeInTheDocument();
  });

  it('says so where the table may not be seen', async () => {
    const getScoresFile = async () => Promise.reject(answer(403));
    await press(fakeReadinessApi({ getScoresFile }));
    expect(
      await screen.findByText('You may not see the table'),
    ).toBeInTheDocument();
  });
});
