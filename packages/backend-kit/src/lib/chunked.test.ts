import { chunked } from './chunked';

describe('chunked', () => {
  it('cuts lists in pieces', () => {
    expect(chunked([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
    expect(chunked([], 2)).toEqual([]);
  });
});
