import {
  component,
  daysBefore,
  fact,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { reconstructHistory } from './reconstructHistory';

const input = {
  definition: PRS,
  tenant: 'default',
  entityRef: GATEWAY,
  environment: 'production',
  entity: component('gateway'),
  firstMeasured: NOW,
};
const coverage = (value: number, days: number) =>
  fact('test.coverage.lines', value, {
    observedAt: daysBefore(days),
    freshUntil: daysBefore(days - 30),
  });

describe('reconstructHistory', () => {
  it('makes one point per day, from the first evidence to the day before the first evaluation', () => {
    const points = reconstructHistory({
      ...input,
      history: [coverage(0.4, 3), coverage(0.8, 1), coverage(0.1, 0)],
    });
    expect(points.map(({ at }) => at)).toEqual([
      '2026-03-12T23:59:59.999Z',
      '2026-03-13T23:59:59.999Z',
      '2026-03-14T23:59:59.999Z',
    ]);
    expect(points.map(p => p.points.coverage)).toEqual([12.5, 12.5, 25]);
    expect(points.every(p => p.reconstructed)).toBe(true);
    expect(points[0].definitionVersion).toBe(1);
  });

  it('judges a day by what was fresh then', () => {
    const points = reconstructHistory({
      ...input,
      history: [coverage(0.8, 40)],
    });
    expect(points).toHaveLength(40);
    expect(points[0].points.coverage).toBe(25);
    expect(points.at(-1)!.points.coverage).toBe(0);
  });

  it('goes back 90 days at most', () => {
    const points = reconstructHistory({
      ...input,
      history: [coverage(0.8, 200)],
    });
    expect(points).toHaveLength(90);
  });

  it('takes the earliest that the catalog is known to have said, and makes no days from it alone', () => {
    const runbook = fact('catalog.runbook.exists', true, {
      environment: '',
      source: 'collector:catalog',
      observedAt: NOW.toISOString(),
    });
    const changed = fact('repo.runbook.changed_at', daysBefore(50), {
      observedAt: daysBefore(2),
    });
    expect(reconstructHistory({ ...input, history: [runbook] })).toEqual([]);
    const points = reconstructHistory({
      ...input,
      history: [runbook, changed],
    });
    expect(points.map(p => p.points.runbooks)).toEqual([10, 10]);
  });

  it('does not look at other branches', () => {
    const history = [{ ...coverage(0.8, 3), defaultBranch: false }];
    expect(reconstructHistory({ ...input, history })).toEqual([]);
  });
});
