import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { reaches } from '@maestro-conductor/plugin-readiness-common';
import fc from 'fast-check';
import { evaluate, kind, runbook } from '../__testUtils__/judged';
import {
  daysBefore,
  excellentFacts,
  fact,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { readScorecardConfig } from './readScorecardConfig';
import { toDefinition } from './scorecardContent';

describe('score', () => {
  it('is 1 where everything is passed', () => {
    const score = evaluate(excellentFacts());
    expect(score.score).toBeCloseTo(1, 12);
    expect(score.level).toBe('gold');
  });

  it('is missing and not 0 where nothing is known', () => {
    const score = evaluate([]);
    expect(score).not.toHaveProperty('score');
    expect(score).not.toHaveProperty('level');
    expect(new Set(score.dimensions.map(d => d.verdict))).toEqual(
      new Set(['no-data']),
    );
  });

  it.each([
    ['measured and worth nothing', fact('slo.adherence', 0)],
    ['too old', fact('slo.adherence', 1, { freshUntil: daysBefore(1) })],
    ['beyond judging', fact('slo.adherence', 83)],
    ['known not to be there', runbook(false)],
  ])('is 0 where one thing is %s', (_, known) => {
    expect(evaluate([known]).score).toBe(0);
  });

  it('reaches 0.9 where it is 0.9 by exact parts', () => {
    const withoutChaos = excellentFacts().filter(
      ({ name }) => !name.startsWith('chaos.'),
    );
    const score = evaluate(withoutChaos);
    expect(score.score).toBeCloseTo(0.9, 12);
    expect(reaches(score.score!, score.threshold)).toBe(true);
    expect(score.level).toBe('gold');
  });

  it('does not reach 0.9 by being rounded', () => {
    expect(reaches(0.8999999, 0.9)).toBe(false);
    expect(reaches(0.25 + 0.25 + 0.2 + 0.1 + 0.1, 0.9)).toBe(true);
  });

  it('leaves out what does not apply, and is missing where nothing does', () => {
    const weights = { coverage: 0.5, slo: 0.5 };
    const website = { 'spec.type': 'website' };
    const read = (appliesTo: object) =>
      toDefinition(readScorecardConfig('prs', { weights, appliesTo }), 1);
    const facts = [fact('test.coverage.lines', 0.4)];

    const half = evaluate(facts, read({ slo: website }));
    expect(half.score).toBe(0.5);
    expect(half.dimensions[1]).toMatchObject({ verdict: 'not-applicable' });

    const none = evaluate(facts, read({ slo: website, coverage: website }));
    expect(none).not.toHaveProperty('score');
    expect(none).not.toHaveProperty('level');
  });

  it('keeps its digest while it falls by age alone, and changes it with the facts', () => {
    const facts = excellentFacts();
    const today = evaluate(facts);
    const later = evaluate(facts, PRS, new Date(daysBefore(-16)));
    expect(later.score).toBeLessThan(today.score!);
    expect(later.inputsDigest).toBe(today.inputsDigest);
    const other = evaluate([...facts, fact('slo.adherence', 0.99)]);
    expect(other.inputsDigest).not.toBe(today.inputsDigest);
  });
});

const arbitraryFacts = fc
  .record({
    coverage: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    slo: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    kinds: fc.subarray(['coverage', 'tests', 'load', 'facts']),
    runbookAge: fc.option(fc.double({ min: 0, max: 500, noNaN: true })),
    chaosAge: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    loadAge: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    loadPassed: fc.boolean(),
  })
  .map(x => ({ ...x }));

type Arbitrary = typeof arbitraryFacts extends fc.Arbitrary<infer T>
  ? T
  : never;

function toFacts(x: Arbitrary): Fact[] {
  return [
    ...(x.coverage === null ? [] : [fact('test.coverage.lines', x.coverage)]),
    ...(x.slo === null ? [] : [fact('slo.adherence', x.slo)]),
    ...x.kinds.map(name => kind(name)),
    runbook(true),
    ...(x.runbookAge === null
      ? []
      : [fact('repo.runbook.changed_at', daysBefore(x.runbookAge))]),
    ...(x.chaosAge === null
      ? []
      : [fact('chaos.passed_at', daysBefore(x.chaosAge))]),
    ...(x.loadAge === null
      ? []
      : [fact('load.passed_at', daysBefore(x.loadAge))]),
    fact('load.passed', x.loadPassed, { observedAt: NOW.toISOString() }),
  ];
}

describe('properties of a score', () => {
  it('lies between 0 and 1, and is the sum of its points', () => {
    fc.assert(
      fc.property(arbitraryFacts, x => {
        const { score, dimensions } = evaluate(toFacts(x));
        const points = dimensions.reduce((sum, d) => sum + d.points, 0);
        fc.pre(dimensions.some(({ verdict }) => verdict !== 'no-data'));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(points / 100).toBeCloseTo(score!, 10);
      }),
    );
  });

  it('never falls when a fact gets better', () => {
    const better = (x: Arbitrary, step: number): Arbitrary[] => [
      { ...x, coverage: Math.min(1, (x.coverage ?? 0) + step) },
      { ...x, slo: Math.min(1, (x.slo ?? 0) + step) },
      { ...x, kinds: ['coverage', 'tests', 'load', 'facts'] },
      { ...x, runbookAge: (x.runbookAge ?? 500) * (1 - step) },
      { ...x, chaosAge: (x.chaosAge ?? 100) * (1 - step) },
      { ...x, loadAge: (x.loadAge ?? 100) * (1 - step) },
      { ...x, loadPassed: true },
    ];
    fc.assert(
      fc.property(
        arbitraryFacts,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (x, step) => {
          const { score } = evaluate(toFacts(x));
          for (const improved of better(x, step)) {
            expect(
              evaluate(toFacts(improved)).score ?? 0,
            ).toBeGreaterThanOrEqual((score ?? 0) - 1e-12);
          }
        },
      ),
    );
  });

  it('does not depend on the order of the weights', () => {
    const order = fc.shuffledSubarray(PRS.dimensions, { minLength: 6 });
    fc.assert(
      fc.property(arbitraryFacts, order, (x, dimensions) => {
        const facts = toFacts(x);
        const one = evaluate(facts);
        const other = evaluate(facts, { ...PRS, dimensions });
        expect(other.score).toBe(one.score);
        expect(other.inputsDigest).toBe(one.inputsDigest);
      }),
    );
  });
});
