import {
  DimensionScore,
  GateOutcome,
  GateReason,
  reaches,
  Score,
  ScorecardDefinition,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';
import { scoreText, titledText } from './wording';

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
    message: titledText(dimension.title, dimension.reason),
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

/** Why there is no score: nothing was measured, or nothing applies. */
function reasonForNoScore(
  { title }: ScorecardDefinition,
  { dimensions }: Score,
): GateReason {
  if (dimensions.some(({ verdict }) => VERDICT_COUNTING[verdict].counts)) {
    return {
      code: 'no-data',
      message: `Nothing has been measured yet for any dimension of ${title}, so there is no score.`,
      nextStep:
        'Push evidence from the pipeline (conductor evidence push), then ask again.',
    };
  }
  return {
    code: 'nothing-applies',
    message: `No dimension of ${title} applies to this entity, so there is no score.`,
    nextStep:
      'Change the filter or appliesTo of the scorecard in the configuration.',
  };
}

/**
 * The gate's rules, in this order:
 *
 * 1. `cannot-evaluate`: the inputs could not be had, a dimension bound to commits has nothing of the commit asked, or there is no
 *    score, because nothing was measured yet or no dimension applies.
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
    const blockers = [reasonForNoScore(definition, score)];
    return { decision: 'cannot-evaluate', blockers, warnings: [] };
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
