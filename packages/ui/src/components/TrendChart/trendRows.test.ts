import { trendRows } from './trendRows';

const day = (number: number) => `2026-03-0${number}T00:00:00Z`;

describe('trendRows', () => {
  it('joins the dashed line to the first measured day', () => {
    const rows = trendRows([
      { at: day(1), value: 0.4, reconstructed: true },
      { at: day(2), value: 0.5 },
      { at: day(3), value: 0.6 },
    ]);
    expect(
      rows.map(({ measured, reconstructed }) => [measured, reconstructed]),
    ).toEqual([
      [undefined, 0.4],
      [0.5, 0.5],
      [0.6, undefined],
    ]);
  });

  it('leaves a gap where there was no value', () => {
    const rows = trendRows([
      { at: day(1), value: 0.4, reconstructed: true },
      { at: day(2) },
      { at: day(3), value: 0.6 },
    ]);
    expect(rows[1]).toEqual({ time: Date.parse(day(2)) });
    expect(rows[2]).toEqual({ time: Date.parse(day(3)), measured: 0.6 });
  });
});
