import { labelledMarks } from './labelledMarks';

const mark = (day: number) => ({
  at: new Date(Date.UTC(2026, 2, day)).toISOString(),
  label: `v${day}`,
  summary: '',
});
const labels = (...days: number[]) =>
  [
    ...labelledMarks(
      days.map(mark),
      Date.UTC(2026, 2, 1),
      Date.UTC(2026, 2, 31),
    ),
  ].map(({ label }) => label);

describe('labelledMarks', () => {
  it('labels the last of those that stand close together', () => {
    expect(labels(2, 10, 11, 12)).toEqual(['v12', 'v2']);
  });

  it('labels all that have room', () => {
    expect(labels(2, 10, 20)).toEqual(['v20', 'v10', 'v2']);
    expect(labels()).toEqual([]);
  });
});
