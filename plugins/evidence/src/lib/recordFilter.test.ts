import { facetOptions } from './facetOptions';
import { factsEnvironment } from './factsEnvironment';
import { filterParts, valueText } from './filterWords';
import { rangeOf, readRecordFilter, writeRecordFilter } from './recordFilter';

const read = (search: string) => readRecordFilter(new URLSearchParams(search));

describe('readRecordFilter', () => {
  it.each([
    ['', {}],
    ['kind=tests&kind=tests&kind=selfie', { kind: ['tests'] }],
    ['kind=selfie', {}],
    ['environment=', { environment: [''] }],
    ['from=2026-02-30&to=2026-2-1', {}],
    ['from=2024-02-29', { from: '2024-02-29' }],
    ['freshness=new&search=%20', {}],
  ])('of %p', (search, expected) => {
    expect(JSON.parse(JSON.stringify(read(search)))).toEqual(expected);
  });

  it('takes no more values than the backend does', () => {
    const many = Array.from({ length: 30 }, (_, index) => `branch=b${index}`);
    expect(read(many.join('&')).branch).toHaveLength(20);
  });
});

describe('writeRecordFilter', () => {
  it('keeps what is not of the list, and starts at the first page', () => {
    const params = writeRecordFilter(
      new URLSearchParams('tab=x&facts=staging&cursor=c&record=r&kind=load'),
      { environment: ['', 'production'], search: 'a&b' },
    );
    expect(params.toString()).toBe(
      'tab=x&facts=staging&environment=&environment=production&search=a%26b',
    );
  });

  it.each([
    'kind=tests&kind=load&environment=&branch=a%2Cb&producer=x',
    'freshness=stale&from=2026-01-01&to=2026-12-31&search=100%25+%26',
  ])('writes what it read: %s', search => {
    const written = writeRecordFilter(new URLSearchParams(), read(search));
    expect(written.toString()).toBe(search);
  });
});

describe('rangeOf', () => {
  it('takes the last day whole', () => {
    expect(rangeOf({ from: '2026-02-28', to: '2026-02-28' })).toEqual({
      from: '2026-02-28T00:00:00.000Z',
      to: '2026-03-01T00:00:00.000Z',
    });
    expect(rangeOf({})).toEqual({});
  });
});

describe('filterParts', () => {
  it('says each part, and leads to the filter without it', () => {
    const filter = {
      kind: ['tests' as const, 'load' as const],
      branch: ['refs/heads/main'],
      freshness: 'ageless' as const,
    };
    expect(filterParts(filter)).toEqual([
      { text: 'Kind: tests', without: { ...filter, kind: ['load'] } },
      { text: 'Kind: load', without: { ...filter, kind: ['tests'] } },
      { text: 'Branch: main', without: { ...filter, branch: undefined } },
      {
        text: 'Freshness: does not age',
        without: { ...filter, freshness: undefined },
      },
    ]);
  });

  it.each([
    ['branch', 'refs/heads/feature/x', 'feature/x'],
    ['branch', 'refs/pull/7/merge', 'refs/pull/7/merge'],
    ['branch', '', 'not said'],
    ['environment', '', 'bound to none'],
    ['producer', 'external:ci', 'external:ci'],
  ] as const)('calls the %s %p %p', (field, value, text) => {
    expect(valueText(field, value)).toBe(text);
  });
});

describe('facetOptions', () => {
  const facets = {
    totalItems: 3,
    kinds: [{ value: 'tests', count: 3 }],
    environments: [],
    producers: [],
    branches: [],
  };

  it('keeps what is chosen and no longer there', () => {
    expect(facetOptions('kind', facets, ['load', 'tests'])).toEqual([
      { value: 'tests', title: 'tests', count: 3 },
      { value: 'load', title: 'load', count: 0 },
    ]);
  });

  it('counts nothing before it is known', () => {
    expect(facetOptions('kind', undefined, ['load'])).toEqual([
      { value: 'load', title: 'load' },
    ]);
  });
});

describe('factsEnvironment', () => {
  const facets = (...names: string[]) =>
    names.map(value => ({ value, count: 1 }));
  it.each([
    [facets('staging', '', 'production'), undefined, 'production'],
    [facets('staging', 'production'), 'staging', 'staging'],
    [facets('staging', 'eu'), undefined, 'staging'],
    [facets('staging', 'production'), 'none', 'production'],
    [facets(''), undefined, ''],
    [facets(), 'staging', 'staging'],
  ])('of %j, asked for %p', (found, asked, shown) => {
    expect(factsEnvironment(found, asked).shown).toBe(shown);
  });
});
