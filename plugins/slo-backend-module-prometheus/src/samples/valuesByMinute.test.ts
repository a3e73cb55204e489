import { valuesByMinute } from './valuesByMinute';

const SERIES = [
  { key: 'a', times: [50_000, 65_000, 110_000, 300_000], values: [1, 2, 3, 4] },
  { key: 'b', times: [120_000], values: [9] },
];

describe('valuesByMinute', () => {
  it.each([
    ['the last sample of each minute', 15_000, { 1: [3, 9], 4: [4] }],
    [
      'samples as long as the next may take',
      180_000,
      { 1: [3, 9], 2: [3, 9], 3: [3, 9], 4: [4], 5: [4] },
    ],
  ])('takes %s', (_, scrapeInterval, expected) => {
    const found = valuesByMinute(SERIES, { from: 1, to: 6 }, scrapeInterval);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
