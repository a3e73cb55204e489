import fc from 'fast-check';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  DimensionChange,
  Score,
  ScorecardDefinition,
  ScoreHistoryPoint,
} from '@maestro-conductor/plugin-readiness-common';
import {
  byName,
  component,
  daysBefore,
  excellentFacts,
  fact,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { changesSince } from './changesSince';
import { evaluateScorecard } from './evaluateScorecard';
import { historyPoint } from './historyPoint';

const WEEK_AGO = new Date(daysBefore(7));

function evaluate(
  facts: Fact[],
  now: Date,
  definition: ScorecardDefinition = PRS,
): Score {
  return evaluateScorecard({
    definition,
    tenant: 'default',
    entityRef: GATEWAY,
    environment: 'production',
    entity: component('gateway'),
    facts: byName(facts),
    now,
  });
}

/** Compares what facts were worth a week ago with what others are worth now. */
function compare(options: {
  then?: Fact[];
  now: Fact[];
  ruleThen?: ScorecardDefinition;
  ruleNow?: ScorecardDefinition;
  forget?: (point: ScoreHistoryPoint) => ScoreHistoryPoint;
}) {
  const { then, now, ruleThen = PRS, ruleNow = PRS, forget } = options;
  const kept = then && {
    ...historyPoint(evaluate(then, WEEK_AGO, ruleThen), false),
    verdicts: Object.fromEntries(
      evaluate(then, WEEK_AGO, ruleThen).dimensions.map(d => [
        d.name,
        d.verdict,
      ]),
    ),
  };
  const before = kept && forget ? forget(kept) : kept;
  return changesSince({
    entity: component('gateway'),
    since: WEEK_AGO,
    before,
    current: evaluate(now, NOW, ruleNow),
    definitionBefore: ruleThen,
    definitionAfter: ruleNow,
    definitionChanges: [],
  });
}

function find(items: DimensionChange[], name: string) {
  return items.find(item => item.name === name)!;
}

/** The definition with one dimension changed, or left out where `change` gives nothing. */
function rule(
  name: string,
  change: (
    dimension: ScorecardDefinition['dimensions'][number],
  ) => Partial<typeof dimension> | undefined,
): ScorecardDefinition {
  return {
    ...PRS,
    version: 2,
    dimensions: PRS.dimensions.flatMap(dimension => {
      if (dimension.name !== name) return [dimension];
      const changed = change(dimension);
      return changed ? [{ ...dimension, ...changed }] : [];
    }),
  };
}

/** Evidence that was there a week ago already. */
const old = { observedAt: daysBefore(9) };
const without = (facts: Fact[], ...names: string[]) =>
  facts.filter(({ name }) => !names.includes(name));
const steady = without(
  excellentFacts(old),
  'chaos.passed_at',
  'load.passed_at',
  'repo.runbook.changed_at',
);

describe('changesSince', () => {
  it('says nothing moved where nothing did', () => {
    const { items, change } = compare({ then: steady, now: steady });
    expect(change).toBeCloseTo(0, 12);
    expect(items.map(({ name }) => name)).toEqual(
      PRS.dimensions.map(({ name }) => name),
    );
    expect(items.some(({ cause }) => cause)).toBe(false);
  });

  it('names newer evidence, with its facts, the newest first', () => {
    const { items, change } = compare({
      then: [...steady],
      now: [
        ...without(steady, 'test.coverage.lines'),
        fact('test.coverage.lines', 0.4, { unit: 'ratio' }),
      ],
    });
    expect(change).toBeCloseTo(-0.125, 12);
    expect(items[0]).toMatchObject({
      name: 'coverage',
      cause: 'evidence',
      pointsBefore: 25,
      pointsAfter: 12.5,
      change: -12.5,
      verdictBefore: 'passed',
      verdictAfter: 'partial',
      reason: '40 % of lines covered; all points from 80 %.',
      facts: [{ name: 'test.coverage.lines', observedAt: daysBefore(1) }],
    });
    expect(items[0].nextStep).toMatch(/^Cover more lines/);
    expect(items.slice(1).some(({ cause }) => cause)).toBe(false);
  });

  it('names age, also where the same was observed again since', () => {
    const tested = (observedAt: string) =>
      fact('load.passed_at', daysBefore(20), { observedAt });
    const then = [...steady, tested(daysBefore(9))];
    for (const observedAt of [daysBefore(9), daysBefore(1)]) {
      const { items } = compare({
        then,
        now: [...steady, tested(observedAt)],
      });
      expect(items[0]).toMatchObject({ name: 'k6_recency', cause: 'age' });
      expect(items[0].change).toBeLessThan(0);
    }
  });

  it('names age where evidence ran out, and evidence where it came', () => {
    const fresh = (freshUntil: string, observedAt = daysBefore(9)) => [
      ...without(steady, 'test.coverage.lines'),
      fact('test.coverage.lines', 0.9, {
        unit: 'ratio',
        freshUntil,
        observedAt,
      }),
    ];
    const stale = compare({ then: steady, now: fresh(daysBefore(1)) });
    expect(stale.items[0]).toMatchObject({
      name: 'coverage',
      cause: 'age',
      verdictAfter: 'stale',
      change: -25,
    });
    const back = compare({
      then: fresh(daysBefore(8)),
      now: fresh(daysBefore(-20), daysBefore(2)),
    });
    expect(back.items[0]).toMatchObject({ cause: 'evidence', change: 25 });
  });

  it('does not claim to know why evidence is gone', () => {
    const { items } = compare({
      then: steady,
      now: without(steady, 'slo.adherence'),
    });
    expect(find(items, 'slo')).toMatchObject({
      cause: 'unknown',
      verdictAfter: 'no-data',
      change: -25,
    });
  });

  it('names the rule where a dimension is valued in another way, came or went', () => {
    const stricter = compare({
      then: steady,
      now: steady,
      ruleNow: rule('coverage', ({ value }) => ({
        value: { ...value, fullAt: 1 } as typeof value,
      })),
    });
    expect(stricter.items[0]).toMatchObject({
      name: 'coverage',
      cause: 'rule',
    });
    const without_ = rule('slo', () => undefined);
    const removed = compare({ then: steady, now: steady, ruleNow: without_ });
    expect(find(removed.items, 'slo')).toEqual({
      name: 'slo',
      title: 'Service level objectives',
      pointsBefore: 25,
      change: -25,
      verdictBefore: 'passed',
      cause: 'rule',
      facts: [],
    });
    const added = compare({ then: steady, now: steady, ruleThen: without_ });
    expect(find(added.items, 'slo')).toMatchObject({
      cause: 'rule',
      change: 25,
    });
    expect(find(added.items, 'slo')).not.toHaveProperty('pointsBefore');
  });

  it('names that a dimension ceased to apply, for itself and for those that weigh more by it', () => {
    const notForUs = rule('slo', () => ({ appliesTo: { kind: 'api' } }));
    const { items } = compare({
      then: without(steady, 'slo.adherence'),
      now: steady,
      ruleNow: notForUs,
    });
    expect(find(items, 'slo')).toMatchObject({ cause: 'rule' });
    const applied = compare({
      then: without(steady, 'slo.adherence'),
      now: steady,
      ruleThen: notForUs,
      ruleNow: notForUs,
      // As if the entity had been an api then.
      forget: point => ({
        ...point,
        verdicts: { ...point.verdicts, slo: 'no-data' },
        score: point.score! * 0.75,
      }),
    });
    expect(find(applied.items, 'slo')).toMatchObject({
      cause: 'applies',
      verdictBefore: 'no-data',
      verdictAfter: 'not-applicable',
    });
    expect(find(applied.items, 'slo')).not.toHaveProperty('pointsAfter');
    expect(find(applied.items, 'coverage')).toMatchObject({
      cause: 'applies',
    });
  });

  it('says what it can of points that were kept without verdicts', () => {
    const { items } = compare({
      then: steady,
      now: without(steady, 'slo.adherence'),
      forget: ({ verdicts, ...point }) => point,
    });
    expect(items[0]).toMatchObject({ name: 'slo', cause: 'unknown' });
    expect(items[0]).not.toHaveProperty('verdictBefore');
    expect(items.filter(({ cause }) => cause)).toHaveLength(1);
  });

  it('has no difference where there was no score', () => {
    const changes = compare({ now: steady });
    expect(changes).not.toHaveProperty('before');
    expect(changes).not.toHaveProperty('change');
    expect(changes.items[0]).toMatchObject({ cause: 'unknown', change: 25 });
  });

  it('adds up to the difference of the scores, whatever applies and whatever the weights are', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const side = fc.record({
      values: fc.array(fc.option(share), { minLength: 3, maxLength: 3 }),
      weights: fc.array(fc.integer({ min: 1, max: 9 }), {
        minLength: 3,
        maxLength: 3,
      }),
      applies: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
    });
    const build = (
      drawn: typeof side extends fc.Arbitrary<infer T> ? T : never,
    ) => {
      const names = ['a', 'b', 'c'];
      const total = drawn.weights.reduce((a, b) => a + b, 0);
      const definition: ScorecardDefinition = {
        ...PRS,
        version: total,
        dimensions: names.map((name, i) => ({
          ...PRS.dimensions[0],
          name,
          weight: drawn.weights[i] / total,
          value: { function: 'linear', fact: name, zeroAt: 0, fullAt: 1 },
          ...(!drawn.applies[i] && { appliesTo: { kind: 'api' } }),
        })),
      };
      const facts = names.flatMap((name, i) => {
        const value = drawn.values[i];
        return value === null ? [] : [fact(name, value)];
      });
      return { definition, facts };
    };
    fc.assert(
      fc.property(side, side, (a, b) => {
        const [then, now] = [build(a), build(b)];
        const { change, items, before, after } = compare({
          then: then.facts,
          now: now.facts,
          ruleThen: then.definition,
          ruleNow: now.definition,
        });
        const sum = items.reduce((total, item) => total + item.change, 0);
        const both = before?.score !== undefined && after.score !== undefined;
        expect(change !== undefined).toBe(both);
        expect(both ? sum - change! * 100 : 0).toBeCloseTo(0, 5);
        expect(items.filter(item => item.change && !item.cause)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
