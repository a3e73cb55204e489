import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { EvidenceApi, evidenceApiRef } from '../../api';
import {
  sampleFacets,
  sampleFact,
  sampleRecord,
} from '../../__testUtils__/sampleRecords';
import { EvidenceTab } from './EvidenceTab';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'gateway', namespace: 'default' },
};

function fakeApi(overrides: Partial<EvidenceApi> = {}) {
  const records = [
    sampleRecord(),
    sampleRecord({
      id: 'record-2',
      kind: 'tests',
      format: 'junit',
      runUrl: ['javascript', 'alert(1)'].join(':'),
      run: '117',
      freshUntil: undefined,
      environment: 'staging',
    }),
  ];
  return {
    getRecords: jest.fn(async () => ({ items: records, totalItems: 2 })),
    getRecordFacets: jest.fn(async () => sampleFacets()),
    getRecord: jest.fn(async (id: string) => ({
      ...(records.find(record => record.id === id) ?? sampleRecord({ id })),
      facts: [sampleFact()],
    })),
    getFacts: jest.fn(async () => ({ items: [] })),
    previewContent: jest.fn(async () => ({
      text: '<img src=x onerror=alert(1)>',
      truncated: true,
    })),
    downloadContent: jest.fn(async () => new Blob(['TN:'])),
    ...overrides,
  } satisfies EvidenceApi;
}

function show(api: EvidenceApi, search = '') {
  return renderInTestApp(
    <EntityProvider entity={entity}>
      <EvidenceTab />
    </EntityProvider>,
    {
      apis: [[evidenceApiRef, api]],
      initialRouteEntries: [`/${search}`],
    },
  );
}

// Where matchMedia is missing the screen counts as narrow.
async function unfoldFilters() {
  const fold = await screen.findByRole('button', { name: /^Filters/ });
  await userEvent.click(fold);
}

const denied = Object.assign(new Error('no'), { statusCode: 403 });
const notFound = Object.assign(new Error('no'), { statusCode: 404 });

describe('EvidenceTab', () => {
  it('shows what, when, from which commit and run, fresh until when, by whom', async () => {
    const api = fakeApi();
    show(api);
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
    show(fakeApi());
    expect(await screen.findByText('run 117')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /run 117/ }),
    ).not.toBeInTheDocument();
  });

  it('opens a record to its facts, and shows its content as text', async () => {
    const api = fakeApi();
    show(api);
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

  it('opens the record of the link', async () => {
    show(fakeApi(), '?record=record-2');
    expect(
      await screen.findByRole('table', { name: 'Facts of this record' }),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('region', { name: 'Linked record' }),
    ).not.toBeInTheDocument();
  });

  it('fetches the record of the link where it is on another page', async () => {
    const api = fakeApi();
    show(api, '?record=record-99');
    const linked = await screen.findByRole('region', { name: 'Linked record' });
    expect(
      await within(linked).findByText('coverage (lcov)'),
    ).toBeInTheDocument();
    expect(api.getRecord).toHaveBeenCalledWith('record-99', expect.anything());
  });

  it.each([
    ['is gone', async () => Promise.reject(notFound)],
    [
      'belongs to another entity',
      async () => ({
        ...sampleRecord({ entityRef: 'component:default/other' }),
        facts: [],
      }),
    ],
  ])('says so where the record of the link %s', async (_, getRecord) => {
    show(fakeApi({ getRecord }), '?record=record-99');
    expect(
      await screen.findByText('This entity has no such record'),
    ).toBeInTheDocument();
  });

  it('filters by what the address says', async () => {
    const api = fakeApi();
    show(api, '?kind=tests&environment=staging');
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
    const api = fakeApi({ getRecords });
    show(api);
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
    const api = fakeApi();
    show(
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
    show(fakeApi({ getRecords }), '?kind=tests&environment=');
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

    await userEvent.click(
      screen.getByRole('button', { name: 'Clear filters' }),
    );
    expect(last()).toMatchObject({ search: undefined, kinds: undefined });
    expect(screen.queryByRole('list', { name: 'Active filters' })).toBeNull();
  });

  it('offers to take the filter away that nothing passes', async () => {
    const getRecords = jest.fn(async () => ({ items: [], totalItems: 0 }));
    const api = fakeApi({ getRecords });
    show(api, '?search=nothing');
    expect(
      await screen.findByText('No evidence matches the filter'),
    ).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show all evidence' }),
    );
    expect(await screen.findByText('No evidence yet')).toBeInTheDocument();
  });

  it('shows the records where only the choices of the filters fail', async () => {
    const api = fakeApi({
      getRecordFacets: async () => Promise.reject(new Error('no facets')),
    });
    show(api);
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

  it('shows the facts of another environment that there is', async () => {
    const api = fakeApi();
    show(api);
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

  it('says since when the bytes of a record are gone, and offers none', async () => {
    const contentRemovedAt = '2020-06-01T03:00:00.000Z';
    const items = [sampleRecord({ contentRemovedAt })];
    const api = fakeApi({
      getRecords: async () => ({ items, totalItems: 1 }),
    });
    show(api, '?record=record-1');
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

  it('shows facts with a link to the record that they were read from', async () => {
    show(
      fakeApi({
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

  it('says how to begin where there is nothing', async () => {
    show(fakeApi({ getRecords: async () => ({ items: [], totalItems: 0 }) }));
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
    show(fakeApi({ getRecords }));
    expect(await screen.findByText('database is away')).toBeInTheDocument();
    expect(await screen.findByText('No facts yet')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('1 of 1 records')).toBeInTheDocument();
  });

  it('says so where the reader may not see it', async () => {
    show(fakeApi({ getRecords: async () => Promise.reject(denied) }));
    expect(
      await screen.findByText('You may not see the evidence'),
    ).toBeInTheDocument();
  });

  it('says so where the content may not be seen or fails', async () => {
    show(
      fakeApi({
        previewContent: async () => Promise.reject(denied),
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

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeApi(), '?record=record-1&kind=load');
    await screen.findByRole('table', { name: 'Facts of this record' });
    await unfoldFilters();
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
  });
});
