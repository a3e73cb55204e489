import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { DimensionScore } from '@maestro-conductor/plugin-readiness-common';
import { evaluate, kind, runbook } from '../__testUtils__/judged';
import { daysBefore, fact, NOW } from '../__testUtils__/samples';

function dimension(facts: Fact[], name: string): DimensionScore {
  return evaluate(facts).dimensions.find(d => d.name === name)!;
}

// Worked out by hand from the specification, not by the code.
describe('value of a dimension', () => {
  it.each<[string, string, Fact[], number, string]>([
    ['coverage', 'nothing known', [], 0, 'no-data'],
    ['coverage', '0 %', [fact('test.coverage.lines', 0)], 0, 'failed'],
    ['coverage', '20 %', [fact('test.coverage.lines', 0.2)], 0.25, 'partial'],
    ['coverage', '60 %', [fact('test.coverage.lines', 0.6)], 0.75, 'partial'],
    [
      'coverage',
      '79.99 %',
      [fact('test.coverage.lines', 0.7999)],
      0.999875,
      'partial',
    ],
    ['coverage', '80 %', [fact('test.coverage.lines', 0.8)], 1, 'passed'],
    ['coverage', '100 %', [fact('test.coverage.lines', 1)], 1, 'passed'],
    [
      'coverage',
      '83 for 83 %',
      [fact('test.coverage.lines', 83)],
      0,
      'errored',
    ],
    ['coverage', 'negative', [fact('test.coverage.lines', -0.1)], 0, 'errored'],
    ['coverage', 'NaN', [fact('test.coverage.lines', NaN)], 0, 'errored'],
    ['coverage', 'text', [fact('test.coverage.lines', '80')], 0, 'errored'],
    [
      'coverage',
      'stale this very moment',
      [fact('test.coverage.lines', 0.9, { freshUntil: NOW.toISOString() })],
      0,
      'stale',
    ],
    [
      'coverage',
      'fresh for a millisecond',
      [
        fact('test.coverage.lines', 0.9, {
          freshUntil: new Date(NOW.getTime() + 1).toISOString(),
        }),
      ],
      1,
      'passed',
    ],
    [
      'slo',
      '3 of 4 objectives',
      [fact('slo.adherence', 0.75)],
      0.75,
      'partial',
    ],
    ['slo', 'all', [fact('slo.adherence', 1)], 1, 'passed'],
    ['slo', 'none', [fact('slo.adherence', 0)], 0, 'failed'],
    ['evidence', 'none', [], 0, 'no-data'],
    ['evidence', '1 of 4', [kind('coverage')], 0.25, 'partial'],
    [
      'evidence',
      '2 of 4, one of them stale',
      [kind('coverage'), kind('load', daysBefore(1))],
      0.25,
      'partial',
    ],
    ['evidence', 'only stale', [kind('coverage', daysBefore(1))], 0, 'stale'],
    [
      'evidence',
      'all',
      [kind('coverage'), kind('tests'), kind('load'), kind('facts')],
      1,
      'passed',
    ],
    ['runbooks', 'nothing known', [], 0, 'no-data'],
    [
      'runbooks',
      'none',
      [runbook(false), fact('repo.runbook.changed_at', daysBefore(1))],
      0,
      'failed',
    ],
    ['runbooks', 'there, never declared', [runbook(true)], 0, 'no-data'],
    [
      'runbooks',
      '180 days',
      [runbook(true), fact('repo.runbook.changed_at', daysBefore(180))],
      1,
      'passed',
    ],
    [
      'runbooks',
      '270 days',
      [runbook(true), fact('repo.runbook.changed_at', daysBefore(270))],
      0.5,
      'partial',
    ],
    [
      'runbooks',
      '360 days',
      [runbook(true), fact('repo.runbook.changed_at', daysBefore(360))],
      0,
      'stale',
    ],
    ['chaos_recency', 'never run', [], 0, 'no-data'],
    [
      'chaos_recency',
      'never passed',
      [fact('chaos.passed', false)],
      0,
      'failed',
    ],
    [
      'chaos_recency',
      '14 days',
      [fact('chaos.passed_at', daysBefore(14))],
      1,
      'passed',
    ],
    [
      'chaos_recency',
      '37 days',
      [fact('chaos.passed_at', daysBefore(37))],
      0.5,
      'partial',
    ],
    [
      'chaos_recency',
      '48.5 days',
      [fact('chaos.passed_at', daysBefore(48.5))],
      0.25,
      'partial',
    ],
    [
      'chaos_recency',
      '60 days',
      [fact('chaos.passed_at', daysBefore(60))],
      0,
      'stale',
    ],
    [
      'k6_recency',
      'passed 2 days ago, failed since',
      [
        fact('load.passed_at', daysBefore(2)),
        fact('load.passed', false, { observedAt: daysBefore(1) }),
      ],
      0.5,
      'partial',
    ],
    [
      'k6_recency',
      'failed before it passed',
      [
        fact('load.passed_at', daysBefore(2)),
        fact('load.passed', false, { observedAt: daysBefore(3) }),
      ],
      1,
      'passed',
    ],
    [
      'k6_recency',
      'passed 48.5 days ago, failed since',
      [fact('load.passed_at', daysBefore(48.5)), fact('load.passed', false)],
      0.25,
      'partial',
    ],
    [
      'k6_recency',
      'passed in the future',
      [fact('load.passed_at', daysBefore(-1))],
      0,
      'errored',
    ],
    [
      'k6_recency',
      'passed at no time',
      [fact('load.passed_at', 'yesterday')],
      0,
      'errored',
    ],
  ])('%s, %s', (name, _, facts, value, verdict) => {
    const judged = dimension(facts, name);
    expect(judged.value).toBeCloseTo(value, 12);
    expect(judged.verdict).toBe(verdict);
    expect(judged.points).toBeCloseTo(value * judged.maxPoints, 10);
    expect(judged.reason).toMatch(/\.$/);
    expect(judged.nextStep !== undefined).toBe(value < 1);
  });
});

describe('reasons', () => {
  it.each<[string, Fact[], string]>([
    [
      'coverage',
      [fact('test.coverage.lines', 0.6)],
      '60 % of lines covered; all points from 80 %.',
    ],
    [
      'coverage',
      [fact('test.coverage.lines', 0.7999)],
      '79.99 % of lines covered; all points from 80 %.',
    ],
    [
      'coverage',
      [],
      'Not measured yet (there is no fact test.coverage.lines).',
    ],
    [
      'coverage',
      [
        fact('test.coverage.lines', 0.9, {
          observedAt: daysBefore(40),
          freshUntil: daysBefore(10),
        }),
      ],
      '90 % of lines covered, measured 40 days ago: too long ago to count.',
    ],
    [
      'coverage',
      [fact('test.coverage.lines', 83)],
      'The fact test.coverage.lines is 83 and not a share from 0 to 1, so it cannot be judged.',
    ],
    [
      'slo',
      [fact('slo.adherence', 0.75)],
      '75 % of objectives met; all points at 100 %.',
    ],
    [
      'runbooks',
      [],
      'Nothing is known (there is no fact catalog.runbook.exists).',
    ],
    [
      'evidence',
      [kind('coverage'), kind('load', daysBefore(1))],
      '1 of 4 required kinds there and fresh; missing: tests and facts; too old: load.',
    ],
    [
      'runbooks',
      [runbook(false)],
      'There is none (catalog.runbook.exists is not true).',
    ],
    [
      'chaos_recency',
      [],
      'It is not known to have ever passed (there is no fact chaos.passed_at).',
    ],
    [
      'chaos_recency',
      [fact('chaos.passed', false)],
      'It has never passed, and the last run failed.',
    ],
    [
      'chaos_recency',
      [fact('chaos.passed_at', daysBefore(20))],
      'Last passed 20 days ago (2026-02-23); all points up to 14 days, none from 60 days on.',
    ],
    [
      'k6_recency',
      [fact('load.passed_at', daysBefore(2)), fact('load.passed', false)],
      'Last passed 2 days ago (2026-03-13), but the last run failed: at most 50 % of the points.',
    ],
  ])('%s: %#', (name, facts, reason) => {
    expect(dimension(facts, name).reason).toBe(reason);
  });
});
