import { ScoreFilter } from '@maestro-conductor/plugin-readiness-common';
import { cellSearch } from './cellSearch';
import { countText } from './countText';
import { filterChips } from './filterChips';
import { filterOptions, plainTitle } from './filterOptions';
import { loosened } from './loosened';
import { pageView } from './pageView';
import { isFiltered, readScoreFilter, writeScoreFilter } from './scoreFilter';
import { sampleFacets, sampleTeam } from '../__testUtils__/sampleScores';

const names = { levels: ['bronze', 'gold'], dimensions: ['coverage'] };
const read = (search: string) =>
  readScoreFilter(new URLSearchParams(search), names);

describe('readScoreFilter', () => {
  it.each<[string, ScoreFilter]>([
    ['', {}],
    ['owner=platform', { owner: ['group:default/platform'] }],
    ['owner=user:default/a&owner=', { owner: ['user:default/a'] }],
    ['system=edge', { system: ['system:default/edge'] }],
    ['level=none&level=gold&level=gold', { level: ['none', 'gold'] }],
    ['tag=go&lifecycle=production', { tag: ['go'], lifecycle: ['production'] }],
    [
      'verdict=no-data&dimension=coverage',
      { verdict: ['no-data'], dimension: 'coverage' },
    ],
    ['search=+gate+', { search: 'gate' }],
  ])('reads %p', (search, filter) => {
    expect(read(search)).toEqual({ filter, ignored: [] });
  });

  it.each([
    ['level=platinum', 'level “platinum”'],
    ['verdict=sunny', 'verdict “sunny”'],
    ['owner=:/:', 'owner “:/:”'],
    ['dimension=coverage', 'dimension “coverage”'],
    ['verdict=stale&dimension=luck', 'dimension “luck”'],
    [`tag=${'x'.repeat(201)}`, `tag “${'x'.repeat(40)}…”`],
    [`search=${'x'.repeat(201)}`, `search “${'x'.repeat(40)}…”`],
  ])('leaves out %p', (search, ignored) => {
    expect(read(search).ignored).toEqual([ignored]);
  });

  it('keeps the first twenty values, and says that there were more', () => {
    const search = Array.from({ length: 22 }, (_, i) => `tag=t${i}`).join('&');
    const { filter, ignored } = read(search);
    expect(filter.tag).toHaveLength(20);
    expect(ignored).toEqual(['tag: all after the first 20']);
  });

  it('takes any level and dimension while they are not known', () => {
    const params = new URLSearchParams(
      'level=platinum&verdict=stale&dimension=luck',
    );
    expect(readScoreFilter(params).ignored).toEqual([]);
  });

  it('reads what was written, and leaves the rest of the address', () => {
    const filter: ScoreFilter = {
      owner: ['group:default/a', 'group:default/b'],
      system: ['system:default/edge'],
      lifecycle: ['production'],
      tag: ['a b', 'c&d'],
      level: ['gold', 'none'],
      verdict: ['no-data', 'stale'],
      dimension: 'coverage',
      search: 'gate',
    };
    const before = new URLSearchParams('sort=title&cursor=x&tag=old');
    const params = writeScoreFilter(before, filter);
    expect(readScoreFilter(params, names)).toEqual({ filter, ignored: [] });
    expect(params.get('sort')).toBe('title');
    expect(params.has('cursor')).toBe(false);
    expect(String(writeScoreFilter(params, {}))).toBe('sort=title');
  });
});

it('knows whether anything is filtered', () => {
  expect(isFiltered({})).toBe(false);
  expect(isFiltered({ tag: [] })).toBe(false);
  expect(isFiltered({ tag: ['go'] })).toBe(true);
  expect(isFiltered({ search: 'x' })).toBe(true);
});

describe('filterChips', () => {
  it('makes a chip for each value, and takes the dimension away with the last verdict', () => {
    const filter: ScoreFilter = {
      level: ['gold', 'none'],
      verdict: ['stale'],
      dimension: 'coverage',
      search: 'gate',
    };
    const chips = filterChips(filter, plainTitle, 'Coverage');
    expect(chips.map(({ text }) => text)).toEqual([
      'Level: Gold',
      'Level: Below all levels or no data',
      'Coverage: stale',
      'Search: gate',
    ]);
    expect(chips[0].without).toEqual({ ...filter, level: ['none'] });
    expect(chips[2].without).toMatchObject({
      verdict: undefined,
      dimension: undefined,
    });
  });
});

describe('filterOptions', () => {
  it('offers owners as a tree, and everything else with its count', () => {
    const options = filterOptions({}, sampleFacets, [
      sampleTeam(),
      sampleTeam({ groupRef: '', title: 'No owner' }),
    ]);
    expect(options.owner).toEqual([
      { value: 'group:default/platform', title: 'Platform', depth: 0 },
      { value: 'none', title: 'No owner', depth: 0 },
    ]);
    expect(options.verdict).toEqual([
      { value: 'partial', title: 'partial', count: 4 },
      { value: 'no-data', title: 'no data', count: 3 },
    ]);
  });

  it('keeps what is chosen where no service has it, or nothing is known', () => {
    const filter = { tag: ['rust'], owner: ['group:default/gone'] };
    expect(filterOptions(filter, sampleFacets, []).tag.at(-1)).toEqual({
      value: 'rust',
      title: 'rust',
      count: 0,
    });
    expect(filterOptions(filter, undefined, [])).toMatchObject({
      tag: [{ value: 'rust', title: 'rust' }],
      owner: [{ value: 'group:default/gone', title: 'gone' }],
      level: [],
    });
  });
});

it('loosens one part at a time', () => {
  const filter: ScoreFilter = {
    tag: ['go'],
    verdict: ['stale'],
    dimension: 'coverage',
    search: 'x',
  };
  expect(loosened(filter).map(({ word }) => word)).toEqual([
    'Tag',
    'Verdict',
    'Search',
  ]);
  expect(loosened(filter)[1].filter).toEqual({
    tag: ['go'],
    verdict: undefined,
    dimension: undefined,
    search: 'x',
  });
});

describe('cellSearch', () => {
  const cell = { groupRef: 'group:default/a', dimension: 'slo', noData: 0 };
  const of = (more: object) =>
    new URLSearchParams(cellSearch('?tag=old&cursor=x', { ...cell, ...more }));

  it('leads to what falls short', () => {
    const params = of({ value: 0.4 });
    expect(params.get('view')).toBe('services');
    expect(params.get('owner')).toBe('group:default/a');
    expect(params.get('dimension')).toBe('slo');
    expect(params.getAll('verdict')).toContain('no-data');
    expect(params.getAll('verdict')).not.toContain('passed');
    expect(params.has('tag')).toBe(false);
  });

  it('leads to what passed where nothing falls short', () => {
    expect(of({ value: 1 }).getAll('verdict')).toEqual(['passed']);
    expect(of({ value: 1, noData: 2 }).getAll('verdict')).toContain('no-data');
  });
});

it.each([
  ['', 'teams'],
  ['view=heat-map', 'heat-map'],
  ['view=moon', 'teams'],
  ['owner=a', 'services'],
  ['search=a', 'services'],
  ['view=teams&owner=a', 'teams'],
])('shows for %p the view %s', (search, view) => {
  expect(pageView(new URLSearchParams(search))).toBe(view);
});

it.each([
  [{ totalItems: 3, items: [] }, 34, '3 services of 34'],
  [{ totalItems: 1, items: [] }, undefined, '1 service'],
  [{ items: [] }, 34, '0 services on this page, total unknown'],
])('counts %p of %p as %p', (page, all, text) => {
  expect(countText(page, all)).toBe(text);
});
