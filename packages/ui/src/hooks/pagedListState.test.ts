import { pagedListState } from './pagedListState';

describe('pagedListState', () => {
  it('takes no order that is none, and no column that cannot be sorted by', () => {
    const sorts = ['score', 'title'];
    expect(pagedListState(sorts, 'score', 'sideways', 'c')).toEqual({
      sort: 'score',
      order: undefined,
      cursor: 'c',
    });
    expect(pagedListState(sorts, 'score', 'desc', undefined).order).toBe(
      'desc',
    );
    expect(
      pagedListState(sorts, 'colour', 'asc', undefined).sort,
    ).toBeUndefined();
  });
});
