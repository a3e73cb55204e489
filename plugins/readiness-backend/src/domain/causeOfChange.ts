import { Entity } from '@backstage/catalog-model';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  DimensionDefinition,
  DimensionScore,
  FactUsed,
  ScoreChangeCause,
} from '@maestro-conductor/plugin-readiness-common';
import { judgeDimension } from './judgeDimension';
import { DimensionShare } from './scoreShares';

/** Values nearer than this are the same: points are kept as sums of binary fractions. */
const SAME = 1e-9;

/** One dimension then and now, and the rules it was judged by. */
export interface DimensionThenAndNow {
  before: DimensionShare;
  after: DimensionShare;
  judged: DimensionScore;
  /** The definitions of then and now; undefined where they are not kept, or do not know the dimension. */
  definitionBefore?: DimensionDefinition;
  definitionAfter?: DimensionDefinition;
  /** Whether the weights of the scorecard are others now. */
  weightsChanged: boolean;
  entity: Entity;
  /** When the earlier score was evaluated. */
  evaluatedBefore: Date;
}

function sameRule(a: DimensionDefinition, b: DimensionDefinition): boolean {
  return (
    JSON.stringify([a.value, a.appliesTo]) ===
    JSON.stringify([b.value, b.appliesTo])
  );
}

/** Enough of a fact to judge by: what is kept beside a verdict. */
function toFact(used: FactUsed, entityRef: string): Fact[] {
  const { observedAt, value = '' } = used;
  if (observedAt === undefined) return [];
  return [
    {
      name: used.name,
      value,
      type: typeof value as Fact['type'],
      ...(used.unit && { unit: used.unit as Fact['unit'] }),
      tenant: '',
      entityRef,
      environment: '',
      commit: used.commit ?? '',
      ref: '',
      defaultBranch: true,
      observedAt,
      ...(used.freshUntil && { freshUntil: used.freshUntil }),
      source: (used.source ?? '') as Fact['source'],
    },
  ];
}

/** Whether today's evidence, looked at then, was worth what stood then: then nothing but time has passed. */
function agedOnly(change: DimensionThenAndNow): boolean {
  const { definitionAfter, judged, entity, evaluatedBefore, before } = change;
  if (!definitionAfter || before.value === undefined) return false;
  const facts = judged.facts.flatMap(used => toFact(used, ''));
  const then = judgeDimension(definitionAfter, {
    entity,
    facts: new Map(facts.map(fact => [fact.name, fact])),
    now: evaluatedBefore,
  });
  return Math.abs(then.value - before.value) < SAME;
}

function causeOfValue(change: DimensionThenAndNow): ScoreChangeCause {
  const { judged, evaluatedBefore } = change;
  if (agedOnly(change)) return 'age';
  const newer = judged.facts.some(
    ({ observedAt }) =>
      observedAt !== undefined &&
      Date.parse(observedAt) > evaluatedBefore.getTime(),
  );
  return newer ? 'evidence' : 'unknown';
}

/**
 * Why the points of a dimension, or its verdict, are others than before. In this order:
 *
 * 1. The rule: the dimension was added to the scorecard, or it is valued in another way.
 * 2. It began or ceased to apply.
 * 3. Its value moved: by age, where today's evidence looked at then was worth the same as what stood then; by evidence, where a
 *    fact behind it was observed after the earlier score; else unknown.
 * 4. Its value stands, and its share of the score moved: by the rule where weights changed, else because others apply.
 *
 * Where both 3 and 4 moved it, the one that moved it more.
 */
export function causeOfChange(change: DimensionThenAndNow): ScoreChangeCause {
  const { before, after, definitionBefore, definitionAfter } = change;
  if (!definitionBefore || !definitionAfter) return 'unknown';
  if (!sameRule(definitionBefore, definitionAfter)) return 'rule';
  if (before.applied !== undefined && before.applied !== after.applied) {
    return 'applies';
  }
  if (before.value === undefined || after.value === undefined) return 'unknown';
  const byValue = Math.abs(after.value - before.value);
  // Points at full value, then and now; unknown where the value was 0, and then the value moved it.
  const fullBefore = before.value > 0 ? before.points / before.value : 0;
  const fullAfter = after.value > 0 ? after.points / after.value : 0;
  const full = fullAfter || fullBefore;
  const byShare =
    fullBefore && fullAfter
      ? Math.abs(fullAfter - fullBefore) * Math.min(before.value, after.value)
      : 0;
  if (byValue * full >= byShare && (byValue > SAME || byShare < SAME)) {
    return causeOfValue(change);
  }
  return change.weightsChanged ? 'rule' : 'applies';
}
