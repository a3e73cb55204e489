import { formatScoreLine } from './formatScore';

describe('formatScoreLine', () => {
  it.each([
    [
      { score: 0.9, threshold: 0.9, level: 'gold' },
      '0.90, at or above the threshold 0.90, level gold',
    ],
    [
      { score: 0.8999, threshold: 0.9 },
      '0.8999, below the threshold 0.90, no level',
    ],
    [
      { score: 0.676, threshold: 0.9 },
      '0.68, below the threshold 0.90, no level',
    ],
    [{ score: 0, threshold: 0.9 }, '0.00, below the threshold 0.90, no level'],
    [{ threshold: 0.9 }, 'none (threshold 0.90)'],
  ])('%j', (score, line) => {
    expect(formatScoreLine(score)).toBe(line);
  });
});
