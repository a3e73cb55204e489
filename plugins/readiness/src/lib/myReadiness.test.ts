import {
  sampleDimension,
  sampleListItem,
  sampleTeam,
} from '../__testUtils__/sampleScores';
import { attachmentName } from './attachmentName';
import { myReadiness } from './myReadiness';
import { teamDimensions, weakestDimension } from './teamWeakness';

describe('myReadiness', () => {
  const service = (name: string, gain: number, score?: number) =>
    sampleListItem({
      entityRef: `component:default/${name}`,
      title: name,
      score,
      change: score === undefined ? undefined : gain / 100,
      dimensions: [sampleDimension({ points: 25 - gain })],
    });

  it('counts what is ready, and what is not known apart', () => {
    const { services, ready, unknown, mover, steps } = myReadiness([
      service('a', 5, 0.9),
      service('b', 20, 0.5),
      service('c', 20, undefined),
      service('d', 1, 0.89),
    ]);
    expect({ services, ready, unknown }).toEqual({
      services: 4,
      ready: 1,
      unknown: 1,
    });
    expect(mover?.title).toBe('b');
    expect(steps.map(step => [step.service.title, step.gain])).toEqual([
      ['b', 20],
      ['c', 20],
      ['a', 5],
    ]);
  });

  it('has no mover where nothing moved', () => {
    expect(myReadiness([]).mover).toBeUndefined();
  });
});

describe('the dimensions of a team', () => {
  const columns = [
    { name: 'coverage', title: 'Coverage' },
    { name: 'chaos_recency', title: 'Chaos' },
    { name: 'slo', title: 'Objectives' },
  ];

  it('leave out what applies to no service, and keep what is not known', () => {
    expect(teamDimensions(sampleTeam(), columns)).toEqual([
      { name: 'coverage', title: 'Coverage', value: 0.62, noData: 1 },
      { name: 'chaos_recency', title: 'Chaos', noData: 3 },
    ]);
  });

  it.each([
    [[], undefined],
    [[{ noData: 3 }], undefined],
    [[{ value: 1, noData: 0 }], undefined],
    [[{ value: 0.5, noData: 0 }, { noData: 2 }, { value: 0, noData: 0 }], 0],
  ])('of %p are weakest at %p', (dimensions, value) => {
    const named = dimensions.map(d => ({ name: 'x', title: 'X', ...d }));
    expect(weakestDimension(named)?.value).toBe(value);
  });
});

it.each([
  [
    'attachment; filename="readiness-production-2020-03-08.csv"',
    'readiness-production-2020-03-08.csv',
  ],
  ['attachment; filename=a.csv; size=1', 'a.csv'],
  ['inline', undefined],
  [null, undefined],
])('reads the file name in %p', (header, name) => {
  expect(attachmentName(header)).toBe(name);
});
