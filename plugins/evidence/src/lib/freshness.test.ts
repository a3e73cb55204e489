import { freshness } from './freshness';

const now = new Date('2026-03-10T12:00:00Z');

describe('freshness', () => {
  it.each([
    ['2026-03-10T12:00:01Z', 'fresh'],
    ['2026-03-10T12:00:00Z', 'stale'],
    ['2026-03-01T00:00:00Z', 'stale'],
    [undefined, 'ageless'],
  ])('of %s is %s', (until, expected) => {
    expect(freshness(until, now)).toBe(expected);
  });
});
