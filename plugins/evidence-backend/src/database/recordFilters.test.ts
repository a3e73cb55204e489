import { TestDatabases } from '@backstage/backend-test-utils';
import { EvidenceRecord } from '@maestro-conductor/plugin-evidence-common';
import { createStores, newRecord } from '../__testUtils__/stores';
import { RecordFilter } from './operations/recordsMatching';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const GATEWAY = {
  tenant: 'default',
  entityRef: 'component:default/gateway',
};
const at = new Date('2026-03-10T00:00:00Z');

const RECORDS: Record<string, Partial<EvidenceRecord>> = {
  plain: { observedAt: '2026-03-01T00:00:00.000Z' },
  tests: {
    kind: 'tests',
    fileName: 'JUnit_100%.xml',
    environment: 'staging',
    ref: 'refs/heads/main',
    run: 'Run-17',
    observedAt: '2026-03-02T00:00:00.000Z',
    freshUntil: '2026-03-10T00:00:00.001Z',
  },
  load: {
    kind: 'load',
    environment: '',
    producer: 'external:ci-nightly',
    commit: 'abcdef0123',
    observedAt: '2026-03-03T00:00:00.000Z',
    freshUntil: '2026-03-10T00:00:00.000Z',
  },
  'of-another-entity': { entityRef: 'component:default/ledger' },
  'of-another-tenant': { tenant: 'other' },
};

jest.setTimeout(60_000);

describe.each(databases.eachSupportedId())('filters of records on %p', id => {
  async function createFilled() {
    const { store } = await createStores(databases, id);
    for (const [name, record] of Object.entries(RECORDS)) {
      await store.addRecord(
        newRecord(name, { observedAt: '2026-03-01T00:00:00.000Z', record }),
      );
    }
    return store;
  }

  it('pass what equals, lies within, is fresh or is found', async () => {
    const store = await createFilled();
    const sha256 = (await store.getRecord('load'))!.sha256;
    const cases: Array<[Partial<RecordFilter>, string[]]> = [
      [{}, ['load', 'tests', 'plain']],
      [{ kinds: ['tests', 'load'] }, ['load', 'tests']],
      [{ kinds: [] }, []],
      [{ environments: ['', 'staging'] }, ['load', 'tests']],
      [{ producers: ['external:ci-nightly'] }, ['load']],
      [{ refs: ['refs/heads/main'] }, ['tests']],
      [{ refs: [''] }, ['load', 'plain']],
      [{ commit: 'abcdef0123' }, ['load']],
      [{ from: new Date('2026-03-02T00:00:00Z') }, ['load', 'tests']],
      [{ to: new Date('2026-03-02T00:00:00Z') }, ['plain']],
      [{ freshness: { state: 'fresh', at } }, ['tests']],
      [{ freshness: { state: 'stale', at } }, ['load']],
      [{ freshness: { state: 'ageless', at } }, ['plain']],
      [{ search: 'junit' }, ['tests']],
      [{ search: '100%' }, ['tests']],
      [{ search: 't_1' }, ['tests']],
      [{ search: '%' }, ['tests']],
      [{ search: '_0' }, []],
      [{ search: '\\' }, []],
      [{ search: 'run-17' }, ['tests']],
      [{ search: 'run-1' }, []],
      [{ search: 'ABCDEF' }, ['load']],
      [{ search: 'bcdef' }, []],
      [{ search: sha256.slice(0, 12) }, ['load']],
      [{ search: "' or 1=1 --" }, []],
      [{ kinds: ['tests'], environments: ['production'] }, []],
    ];
    for (const [filter, expected] of cases) {
      const page = await store.listRecords({ ...GATEWAY, ...filter, limit: 9 });
      expect([filter, page.items.map(record => record.id)]).toEqual([
        filter,
        expected,
      ]);
      expect(page.totalItems).toBe(expected.length);
    }
  });

  it('are offered with how many have each value, of this entity alone', async () => {
    const store = await createFilled();
    expect(await store.countRecordFacets(GATEWAY)).toEqual({
      totalItems: 3,
      kinds: [
        { value: 'coverage', count: 1 },
        { value: 'load', count: 1 },
        { value: 'tests', count: 1 },
      ],
      environments: [
        { value: '', count: 1 },
        { value: 'production', count: 1 },
        { value: 'staging', count: 1 },
      ],
      producers: [
        { value: 'external:ci-sample', count: 2 },
        { value: 'external:ci-nightly', count: 1 },
      ],
      branches: [
        { value: '', count: 2 },
        { value: 'refs/heads/main', count: 1 },
      ],
    });
    expect(
      await store.countRecordFacets({ ...GATEWAY, entityRef: 'none' }),
    ).toMatchObject({ totalItems: 0, kinds: [] });
  });
});
