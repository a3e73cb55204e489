import {
  DimensionScore,
  GateOutcome,
  GateReason,
  reaches,
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { scoreText } from './wording';

/** What a contributor of another plugin adds to a decision. */
export interface GateContribution {
  blockers: GateReason[];
  warnings: GateReason[];
}

/** What the gate knows when it is asked. Each `unable` is a reason for not being able to evaluate at all. */
export type GateInputs =
  | { status: 'unable'; reasons: GateReason[] }
  | {
      status: 'evaluated';
      definition: ScorecardDefinition;
      score: Score;
      /** `''` where none was asked. */
      commit: string;
      threshold: number;
      contributions: GateContribution[];
    };

/** The gate's answer, before it is kept. */
export interface GateVerdict {
  decision: GateOutcome;
  blockers: GateReason[];
  warnings: GateReason[];
}

const UNKNOWN = ['no-data', 'stale', 'errored'];

function reasonOf(dimension: DimensionScore): GateReason {
  return {
    code: dimension.verdict,
    dimension: dimension.name,
    message: dimension.reason,
    ...(dimension.nextStep && { nextStep: dimension.nextStep }),
  };
}

/** Dimensions bound to commits that have nothing measured at exactly the commit asked. */
function missingForCommit(
  definition: ScorecardDefinition,
  score: Score,
  commit: string,
): GateReason[] {
  if (!commit) return [];
  return definition.dimensions
    .filter(({ boundToCommit }) => boundToCommit)
    .flatMap(({ name, title }) => {
      const judged = score.dimensions.find(d => d.name === name);
      if (
        !judged ||
        judged.verdict === 'not-applicable' ||
        judged.verdict === 'exempt' ||
        judged.facts.some(fact => fact.commit === commit)
      ) {
        return [];
      }
      return [
        {
          code: 'no-fact-for-commit',
          dimension: name,
          message: `${title}: nothing was measured at commit ${commit}.`,
          nextStep:
            'Push the evidence of this commit in the same pipeline, before the gate is asked.',
        },
      ];
    });
}

/**
 * The gate's rules, in this order:
 *
 * 1. `cannot-evaluate`: the inputs could not be had, no dimension applies, or a dimension bound to commits has nothing of the
 *    commit asked.
 * 2. `fail`: the score is below the threshold, or a contributor blocks. What costs points is listed, the dearest first.
 * 3. `warn`: a dimension is in no-data, stale or errored, or a contributor warns.
 * 4. `pass`.
 */
export function decideGate(inputs: GateInputs): GateVerdict {
  if (inputs.status === 'unable') {
    return {
      decision: 'cannot-evaluate',
      blockers: inputs.reasons,
      warnings: [],
    };
  }
  const { definition, score, commit, threshold, contributions } = inputs;

  const missing = missingForCommit(definition, score, commit);
  if (missing.length > 0) {
    return { decision: 'cannot-evaluate', blockers: missing, warnings: [] };
  }
  if (score.score === undefined) {
    const blocker = {
      code: 'nothing-applies',
      message: `No dimension of ${definition.title} applies to this entity, so there is no score.`,
      nextStep:
        'Change the filter or appliesTo of the scorecard in the configuration.',
    };
    return { decision: 'cannot-evaluate', blockers: [blocker], warnings: [] };
  }

  const blockers = contributions.flatMap(contribution => contribution.blockers);
  const warnings = contributions.flatMap(contribution => contribution.warnings);
  const unknown = score.dimensions.filter(d => UNKNOWN.includes(d.verdict));

  if (!reaches(score.score, threshold)) {
    const costing = score.dimensions
      .filter(({ nextStep }) => nextStep !== undefined)
      .sort((a, b) => b.maxPoints - b.points - (a.maxPoints - a.points));
    return {
      decision: 'fail',
      blockers: [
        {
          code: 'below-threshold',
          message: `The score ${scoreText(
            score.score,
            threshold,
          )} is below the threshold ${scoreText(threshold)}.`,
          ...(costing[0]?.nextStep && { nextStep: costing[0].nextStep }),
        },
        ...costing.map(reasonOf),
        ...blockers,
      ],
      warnings,
    };
  }
  warnings.push(...unknown.map(reasonOf));
  if (blockers.length > 0) return { decision: 'fail', blockers, warnings };
  return {
    decision: warnings.length > 0 ? 'warn' : 'pass',
    blockers: [],
    warnings,
  };
}
