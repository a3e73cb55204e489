import { Entity } from '@backstage/catalog-model';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  DimensionDefinition,
  DimensionScore,
  VERDICT_COUNTING,
} from '@maestro-conductor/plugin-readiness-common';
import { entityMatches } from './entityMatches';
import { judgeFreshKinds } from './judgeFreshKinds';
import { JudgeContext, Judgement } from './judgement';
import { judgeLinear } from './judgeLinear';
import { judgeRecency } from './judgeRecency';

function judge(
  dimension: DimensionDefinition,
  context: JudgeContext,
): Judgement {
  switch (dimension.value.function) {
    case 'linear':
      return judgeLinear(dimension.value, context);
    case 'recency':
      return judgeRecency(dimension.value, context);
    case 'fresh-kinds':
      return judgeFreshKinds(dimension.value, context);
    default:
      return {
        verdict: 'errored',
        value: 0,
        reason: 'Its value function is not known to this version.',
        facts: [],
      };
  }
}

/** Judges one dimension of an entity: verdict, points, why, and what to do where points are missing. */
export function judgeDimension(options: {
  dimension: DimensionDefinition;
  entity: Entity;
  facts: ReadonlyMap<string, Fact>;
  now: Date;
}): DimensionScore {
  const { dimension, entity, facts, now } = options;
  const { name, title, weight, appliesTo, measure } = dimension;
  const applies = entityMatches(entity, appliesTo);
  const judgement: Judgement = applies
    ? judge(dimension, { measure, facts, now })
    : {
        verdict: 'not-applicable',
        value: 0,
        reason: 'Does not apply to this entity, by configuration.',
        facts: [],
      };
  const counting = VERDICT_COUNTING[judgement.verdict];
  const value = counting.earns ? judgement.value : 0;
  return {
    name,
    title,
    verdict: judgement.verdict,
    value,
    weight,
    points: value * weight * 100,
    maxPoints: weight * 100,
    reason: judgement.reason,
    ...(counting.counts && value < 1 && { nextStep: dimension.nextStep }),
    facts: judgement.facts,
  };
}
