import { memoryDays } from '../__testUtils__/memoryDays';
import { BudgetRule } from '../types';
import { dailyTrend } from './dailyTrend';

const EVENTS: BudgetRule = { target: 0.9, method: 'Occurrences' };
const HOURS: BudgetRule = {
  target: 0.9,
  method: 'Timeslices',
  sliceMinutes: 60,
  sliceTarget: 0.5,
};

const at = (time: string, good: number, total: number) => ({
  minute: Date.parse(time) / 60_000,
  good,
  total,
});
const samples = [
  at('2026-03-02T23:59Z', 1, 4),
  at('2026-03-03T00:00Z', 3, 4),
  at('2026-03-03T23:59Z', 4, 4),
  at('2026-03-04T05:00Z', 0, 0),
  at('2026-03-05T09:00Z', 1, 2),
  at('2026-03-05T12:01Z', 0, 2),
  at('2026-03-05T12:20Z', 0, 9),
];
const trend = (rule: BudgetRule) =>
  dailyTrend({
    definition: { rule },
    days: memoryDays(samples, rule),
    now: new Date('2026-03-05T12:05:30Z'),
    count: 4,
  });

describe('dailyTrend', () => {
  it('tells days without data or events from bad ones, and ends now', () => {
    expect(trend(EVENTS)).toEqual([
      { day: '2026-03-02', actual: 0.25 },
      { day: '2026-03-03', actual: 0.875 },
      { day: '2026-03-04', actual: null },
      { day: '2026-03-05', actual: 0.25 },
    ]);
  });

  it('counts slices that are over', () => {
    expect(trend(HOURS).map(({ actual }) => actual)).toEqual([0, 1, null, 1]);
  });

  it('covers 30 days, today as the last', () => {
    const days = memoryDays([], EVENTS);
    const now = new Date('2026-03-05T00:00:00Z');
    const points = dailyTrend({ definition: { rule: EVENTS }, days, now });
    expect(points).toHaveLength(30);
    expect(points[0]).toEqual({ day: '2026-02-04', actual: null });
    expect(points[29]).toEqual({ day: '2026-03-05', actual: null });
  });
});
