import { ObjectiveSeries } from '@maestro-conductor/plugin-slo-common';
import { SAMPLE_ROWS } from '../__testUtils__/sampleObjectives';
import {
  budgetDomain,
  budgetLines,
  burnLines,
  countLines,
  hasValues,
} from './charts';

const at = (hour: number) => `2020-03-01T0${hour}:00:00.000Z`;

const series: ObjectiveSeries = {
  from: at(0),
  to: at(2),
  stepMinutes: 60,
  points: [
    {
      time: at(1),
      total: 100,
      bad: 2,
      budgetLeft: 0.8,
      burn: { 60: 2, 5: 9, 360: 1 },
    },
    { time: at(2), total: null, bad: null, budgetLeft: null, burn: {} },
  ],
};

describe('budgetLines', () => {
  it('has no ideal line in a rolling window', () => {
    expect(budgetLines(series).series.map(({ id }) => id)).toEqual(['left']);
  });

  it('leads the ideal line through every point and on to the end of the period', () => {
    const ideal = [
      { time: at(0), budgetLeft: 1 },
      { time: at(4), budgetLeft: 0 },
    ];
    const { series: lines, points } = budgetLines({ ...series, ideal });
    expect(lines.map(({ id, guide }) => [id, guide])).toEqual([
      ['left', undefined],
      ['ideal', true],
    ]);
    expect(points.map(point => [point.at, point.values])).toEqual([
      [at(1), { left: 0.8, ideal: 0.75 }],
      [at(2), { left: null, ideal: 0.5 }],
      [at(4), { ideal: 0 }],
    ]);
  });

  it('reaches below nothing only where more than all was spent', () => {
    expect(budgetDomain(series)).toEqual([0, 1]);
    const [first] = series.points;
    expect(
      budgetDomain({ ...series, points: [{ ...first, budgetLeft: -0.2 }] }),
    ).toEqual(['auto', 1]);
  });
});

describe('burnLines', () => {
  it('has a line for each long window, and gaps where a rate is unknown', () => {
    const { series: lines, points } = burnLines(
      series,
      SAMPLE_ROWS.slice(0, 2),
    );
    expect(lines.map(({ title }) => title)).toEqual(['Over 1 h', 'Over 6 h']);
    expect(points.map(({ values }) => values)).toEqual([
      { 60: 2, 360: 1 },
      { 60: null, 360: null },
    ]);
  });
});

describe('countLines', () => {
  it('keeps what is not known apart from nothing', () => {
    const { points } = countLines(series, 'bad', 'Bad events');
    expect(points.map(({ values }) => values.bad)).toEqual([2, null]);
  });
});

describe('hasValues', () => {
  it('is false where every value is missing', () => {
    const lines = countLines(series, 'total', 'All');
    expect(hasValues(lines)).toBe(true);
    expect(hasValues({ ...lines, points: lines.points.slice(1) })).toBe(false);
  });
});
