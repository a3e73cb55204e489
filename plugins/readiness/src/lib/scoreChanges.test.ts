import { sampleChanges, samplePoint } from '../__testUtils__/sampleScores';
import {
  changeGroups,
  changesHeadline,
  pointsText,
  signedPoints,
} from './scoreChanges';
import { sinceChoice, sinceLimits } from './sinceChoice';

describe('signedPoints', () => {
  it.each([
    [-26, '−26'],
    [4.54, '+4.5'],
    [0.04, '±0'],
    [-0.04, '±0'],
  ])('of %p is %s', (points, text) => {
    expect(signedPoints(points)).toBe(text);
  });

  it('counts one point as one', () => {
    expect(pointsText(1)).toBe('+1 point');
    expect(pointsText(-11)).toBe('−11 points');
  });
});

describe('changesHeadline', () => {
  it.each([
    [{}, '0.98 → 0.72, −26 points'],
    [{ before: undefined }, '0.72, nothing to compare with'],
    [
      { after: samplePoint({ score: undefined }), change: undefined },
      '0.98 → no data',
    ],
  ])('with %p is %s', (overrides, text) => {
    expect(changesHeadline(sampleChanges(overrides))).toBe(text);
  });
});

describe('changeGroups', () => {
  it('sets apart what moved, each bar beginning where the last one ended', () => {
    const { moved, unchanged, uneven } = changeGroups(sampleChanges());
    expect(moved.map(({ name, from, to }) => [name, from, to])).toEqual([
      ['coverage', 1, 1 / 26],
      ['runbooks', 1 / 26, 0],
    ]);
    expect(unchanged.map(({ name }) => name)).toEqual(['chaos_recency']);
    expect(uneven).toBe(false);
  });

  it('counts another verdict with the same points as a move', () => {
    const [, , chaos] = sampleChanges().items;
    const items = [{ ...chaos, verdictAfter: 'stale' as const }];
    const { moved } = changeGroups(sampleChanges({ items }));
    expect(moved).toEqual([{ ...items[0], from: 0, to: 0 }]);
  });

  it('notices where the parts do not add up to the whole', () => {
    expect(changeGroups(sampleChanges({ change: -0.2 })).uneven).toBe(true);
    expect(changeGroups(sampleChanges({ change: undefined })).uneven).toBe(
      false,
    );
  });
});

describe('sinceChoice', () => {
  const now = Date.parse('2020-03-08T10:00:00Z');

  it.each([
    [undefined, '2020-03-01T10:00:00.000Z', '7d', false],
    ['1d', '2020-03-07T10:00:00.000Z', '1d', false],
    ['30d', '2020-02-07T10:00:00.000Z', '30d', false],
    ['2020-02-29', '2020-02-29T00:00:00.000Z', undefined, false],
    ['2020-03-08', '2020-03-08T00:00:00.000Z', undefined, false],
    ['2020-03-09', '2020-03-01T10:00:00.000Z', '7d', true],
    ['2019-01-01', '2020-03-01T10:00:00.000Z', '7d', true],
    ['2020-02-31', '2020-03-01T10:00:00.000Z', '7d', true],
    ['toString', '2020-03-01T10:00:00.000Z', '7d', true],
  ])('reads %p', (text, since, word, ignored) => {
    expect(sinceChoice(text, now)).toMatchObject({ since, ignored });
    expect(sinceChoice(text, now).word).toBe(word);
  });

  it('offers a year of dates', () => {
    expect(sinceLimits(now)).toEqual({ min: '2019-03-09', max: '2020-03-08' });
  });
});
