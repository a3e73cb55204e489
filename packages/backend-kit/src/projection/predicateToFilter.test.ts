import { FilterPredicate } from '@backstage/filter-predicates';
import { predicateToFilter } from './predicateToFilter';

describe('predicateToFilter', () => {
  it.each<[FilterPredicate, unknown]>([
    [{}, { allOf: [] }],
    [
      { Kind: 'Component' },
      { allOf: [{ search: { key: 'kind', values: ['component'] } }] },
    ],
    [
      { $any: [{ $not: { 'spec.size': 7 } }] },
      {
        anyOf: [
          { not: { allOf: [{ search: { key: 'spec.size', values: ['7'] } }] } },
        ],
      },
    ],
    [
      { 'metadata.tags': { $contains: 'Java' } },
      { allOf: [{ search: { key: 'metadata.tags', values: ['java'] } }] },
    ],
    [
      { relations: { $contains: { type: 'ownedBy' } } },
      { allOf: [{ search: { key: 'relations.ownedby' } }] },
    ],
    [
      {
        relations: {
          $contains: {
            type: 'ownedBy',
            targetRef: { $in: ['group:default/A'] },
          },
        },
      },
      {
        allOf: [
          {
            search: {
              key: 'relations.ownedby',
              values: ['group:default/a'],
            },
          },
        ],
      },
    ],
  ])('%j', (predicate, filter) => {
    expect(predicateToFilter(predicate)).toEqual(filter);
  });

  it.each<[unknown, RegExp]>([
    ['component', /must be an object/],
    [null, /must be an object/],
    [[], /must be an object/],
    [{ $not: {}, kind: 'a' }, /must stand alone/],
    [{ $none: [] }, /no operator \$none/],
    [{ $all: {} }, /\$all/],
    [{ kind: { $like: 'a' } }, /filter on kind/],
    [{ kind: { $in: [{}] } }, /filter on kind/],
    [{ kind: { $exists: true, $in: [] } }, /filter on kind/],
    [{ kind: null }, /filter on kind/],
    [{ 'spec.list': { $contains: { a: 1 } } }, /filter on spec.list/],
    [{ relations: { $contains: { targetRef: 'a' } } }, /type, targetRef/],
    [{ relations: { $contains: { type: 'a', x: 1 } } }, /type, targetRef/],
  ])('refuses %j', (predicate, message) => {
    expect(() => predicateToFilter(predicate as FilterPredicate)).toThrow(
      message,
    );
  });
});
