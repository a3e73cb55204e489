import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeEvidenceApi } from '../../__testUtils__/fakeEvidenceApi';
import { sampleRecord } from '../../__testUtils__/sampleRecords';
import {
  showEvidenceTab,
  unfoldFilters,
} from '../../__testUtils__/showEvidenceTab';
import { EvidenceApi } from '../../api';

describe('FilterBar', () => {
  it('filters by what the address says', async () => {
    const api = fakeEvidenceApi();
    showEvidenceTab(api, '?kind=tests&environment=staging');
    await screen.findByText('2 of 2 records');
    expect(api.getRecords).toHaveBeenCalledWith(
      expect.objectContaining({ kinds: ['tests'], environments: ['staging'] }),
      expect.anything(),
    );
    await screen.findByText('No facts yet');
    expect(api.getFacts).toHaveBeenCalledWith(
      { entityRef: 'component:default/gateway', environment: 'staging' },
      expect.anything(),
    );
  });

  it('filters by what is chosen, and pages on', async () => {
    const getRecords = jest.fn(async () => ({
      items: [sampleRecord()],
      totalItems: 30,
      nextCursor: 'second',
    }));
    const api = fakeEvidenceApi({ getRecords });
    showEvidenceTab(api);
    await screen.findByText('1 of 30 records');
    await unfoldFilters();
    await userEvent.click(screen.getByRole('button', { name: 'Kind' }));
    await userEvent.click(await screen.findByRole('option', { name: /load/ }));
    await userEvent.keyboard('{Escape}');
    expect(api.getRecords).toHaveBeenLastCalledWith(
      expect.objectContaining({ kinds: ['load'] }),
      expect.anything(),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(api.getRecords).toHaveBeenLastCalledWith(
      expect.objectContaining({ kinds: ['load'], cursor: 'second' }),
      expect.anything(),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Previous' }));
    expect(api.getRecords).toHaveBeenLastCalledWith(
      expect.objectContaining({ kinds: ['load'], cursor: undefined }),
      expect.anything(),
    );
  });

  it('asks for every filter of the address, and for nothing that is none', async () => {
    const api = fakeEvidenceApi();
    showEvidenceTab(
      api,
      '?kind=tests&kind=selfie&environment=&environment=staging&branch=refs/heads/main&producer=external:ci-sample' +
        '&freshness=stale&from=2026-02-01&to=2026-02-28&search=%20junit',
    );
    await screen.findByText('2 of 2 records');
    expect(api.getRecords).toHaveBeenLastCalledWith(
      {
        entityRef: 'component:default/gateway',
        kinds: ['tests'],
        environments: ['', 'staging'],
        branches: ['refs/heads/main'],
        producers: ['external:ci-sample'],
        freshness: 'stale',
        from: '2026-02-01T00:00:00.000Z',
        to: '2026-03-01T00:00:00.000Z',
        search: 'junit',
        cursor: undefined,
        limit: 25,
      },
      expect.anything(),
    );
  });

  it('searches, and takes filters away one by one or all at once', async () => {
    const asked = jest.fn();
    const getRecords: EvidenceApi['getRecords'] = async request => {
      asked(request);
      return {
        items: [sampleRecord(), sampleRecord({ id: 'r2' })],
        totalItems: 2,
      };
    };
    const last = () => asked.mock.lastCall![0];
    showEvidenceTab(
      fakeEvidenceApi({ getRecords }),
      '?kind=tests&environment=',
    );
    await screen.findByText('2 of 2 records');
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search records' }),
      '3f1c9a2{Enter}',
    );
    expect(await screen.findByText('Search: 3f1c9a2')).toBeInTheDocument();
    expect(last()).toMatchObject({ search: '3f1c9a2', kinds: ['tests'] });

    await userEvent.click(
      screen.getByRole('button', {
        name: 'Remove filter Environment: bound to none',
      }),
    );
    expect(last()).toMatchObject({ search: '3f1c9a2', kinds: ['tests'] });
    expect(last()).toHaveProperty('environments', undefined);

    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(last()).toMatchObject({ search: undefined, kinds: undefined });
    expect(screen.queryByRole('list', { name: 'Active filters' })).toBeNull();
  });

  it('offers to take the filter away that nothing passes', async () => {
    const getRecords = jest.fn(async () => ({ items: [], totalItems: 0 }));
    const api = fakeEvidenceApi({ getRecords });
    showEvidenceTab(api, '?search=nothing');
    expect(
      await screen.findByText('No evidence matches the filter'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all evidence' }),
    );
    expect(await screen.findByText('No evidence yet')).toBeInTheDocument();
  });

  it('shows the records where only the choices of the filters fail', async () => {
    const api = fakeEvidenceApi({
      getRecordFacets: async () => Promise.reject(new Error('no facets')),
    });
    showEvidenceTab(api);
    expect(await screen.findByText('2 of 2 records')).toBeInTheDocument();
    expect(await screen.findByText('no facets')).toBeInTheDocument();
    await unfoldFilters();
    expect(screen.getByRole('button', { name: 'Kind' })).toBeDisabled();
    await screen.findByText('No facts yet');
    expect(api.getFacts).toHaveBeenCalledWith(
      expect.objectContaining({ environment: 'production' }),
      expect.anything(),
    );
  });
});
