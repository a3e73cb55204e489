import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  byName,
  component,
  excellentFacts,
  fact,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { decideGate, GateContribution } from './decideGate';
import { evaluateScorecard } from './evaluateScorecard';
import { factsForCommit } from './factsForCommit';
import { readScorecardConfig } from './readScorecardConfig';
import { toDefinition } from './scorecardContent';

function decide(
  facts: Fact[],
  options: {
    commit?: string;
    threshold?: number;
    contributions?: GateContribution[];
  } = {},
) {
  const { commit = '', threshold = 0.9, contributions = [] } = options;
  const score = evaluateScorecard({
    definition: PRS,
    tenant: 'default',
    entityRef: GATEWAY,
    environment: 'production',
    entity: component('gateway'),
    facts: factsForCommit(PRS, byName(facts), commit),
    now: NOW,
  });
  return decideGate({
    status: 'evaluated',
    definition: PRS,
    score,
    commit,
    threshold,
    contributions,
  });
}

const without = (prefix: string) =>
  excellentFacts().filter(({ name }) => !name.startsWith(prefix));

describe('decideGate', () => {
  it('passes where all is well', () => {
    expect(decide(excellentFacts())).toEqual({
      decision: 'pass',
      blockers: [],
      warnings: [],
    });
  });

  it('passes for the commit that was measured', () => {
    expect(decide(excellentFacts(), { commit: 'abc1234' }).decision).toBe(
      'pass',
    );
  });

  it('cannot evaluate a commit that was not measured, however good the score', () => {
    expect(decide(excellentFacts(), { commit: 'fff0000' })).toEqual({
      decision: 'cannot-evaluate',
      warnings: [],
      blockers: [
        {
          code: 'no-fact-for-commit',
          dimension: 'coverage',
          message: 'Test coverage: nothing was measured at commit fff0000.',
          nextStep: expect.stringContaining('Push the evidence of this commit'),
        },
      ],
    });
  });

  it('does not take a commit for one that begins like it', () => {
    expect(decide(excellentFacts(), { commit: 'abc' }).decision).toBe(
      'cannot-evaluate',
    );
  });

  it('warns at the threshold with something unknown', () => {
    const verdict = decide(without('chaos.'));
    expect(verdict.decision).toBe('warn');
    expect(verdict.blockers).toEqual([]);
    expect(verdict.warnings).toMatchObject([
      { code: 'no-data', dimension: 'chaos_recency' },
    ]);
  });

  it('fails below the threshold, and lists what costs points, the dearest first', () => {
    const verdict = decide([
      ...without('chaos.').filter(f => f.name !== 'slo.adherence'),
      fact('slo.adherence', 0.9),
    ]);
    expect(verdict.decision).toBe('fail');
    expect(verdict.blockers.map(b => b.dimension ?? b.code)).toEqual([
      'below-threshold',
      'chaos_recency',
      'slo',
    ]);
    expect(verdict.blockers[0].message).toBe(
      'The score 0.88 is below the threshold 0.90.',
    );
  });

  it('never says that 0.90 is below 0.90', () => {
    const verdict = decide([
      ...without('chaos.').filter(f => f.name !== 'slo.adherence'),
      fact('slo.adherence', 0.9998),
    ]);
    expect(verdict.blockers[0].message).toBe(
      'The score 0.89995 is below the threshold 0.90.',
    );
  });

  it('fails below a raised threshold', () => {
    expect(decide(without('chaos.'), { threshold: 0.95 }).decision).toBe(
      'fail',
    );
  });

  it('fails for a blocker of a contributor, whatever the score, and warns for its warning', () => {
    const reason = { code: 'budget-exhausted', message: 'No budget is left.' };
    expect(
      decide(excellentFacts(), {
        contributions: [{ blockers: [reason], warnings: [] }],
      }),
    ).toEqual({ decision: 'fail', blockers: [reason], warnings: [] });
    expect(
      decide(excellentFacts(), {
        contributions: [{ blockers: [], warnings: [reason] }],
      }),
    ).toEqual({ decision: 'warn', blockers: [], warnings: [reason] });
  });

  it('cannot evaluate where the inputs could not be had', () => {
    const reason = { code: 'evidence-unreadable', message: 'It is away.' };
    expect(decideGate({ status: 'unable', reasons: [reason] })).toEqual({
      decision: 'cannot-evaluate',
      blockers: [reason],
      warnings: [],
    });
  });

  it('cannot evaluate where nothing has been measured yet', () => {
    expect(decide([])).toEqual({
      decision: 'cannot-evaluate',
      warnings: [],
      blockers: [
        {
          code: 'no-data',
          message:
            'Nothing has been measured yet for any dimension of Production Readiness Score, so there is no score.',
          nextStep: expect.stringMatching(/^Push evidence from the pipeline/),
        },
      ],
    });
  });

  it('names the dimension in what stands alone', () => {
    expect(decide(without('chaos.')).warnings[0].message).toBe(
      'Chaos test: it is not known to have ever passed (there is no fact chaos.passed_at).',
    );
  });

  it('cannot evaluate where no dimension applies', () => {
    const definition = toDefinition(
      readScorecardConfig('prs', {
        weights: { slo: 1 },
        appliesTo: { slo: { kind: 'api' } },
      }),
      1,
    );
    const score = evaluateScorecard({
      definition,
      tenant: 'default',
      entityRef: GATEWAY,
      environment: 'production',
      entity: component('gateway'),
      facts: new Map(),
      now: NOW,
    });
    expect(
      decideGate({
        status: 'evaluated',
        definition,
        score,
        commit: '',
        threshold: 0.9,
        contributions: [],
      }),
    ).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'nothing-applies' }],
    });
  });
});
