import { Entity } from '@backstage/catalog-model';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  DimensionDefinition,
  DimensionScore,
} from '@maestro-conductor/plugin-readiness-common';
import { dimensionScore } from './dimensionScore';
import { entityMatches } from './entityMatches';
import { judgeFreshKinds } from './judgeFreshKinds';
import { JudgeContext, Judgement } from './judgement';
import { judgeLimit } from './judgeLimit';
import { judgeLinear } from './judgeLinear';
import { judgeRecency } from './judgeRecency';
import { judgeTrue } from './judgeTrue';

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
    case 'is-true':
      return judgeTrue(dimension.value, context);
    case 'at-least':
    case 'at-most':
      return judgeLimit(dimension.value, context);
    default:
      return {
        verdict: 'errored',
        value: 0,
        reason: 'Its value function is not known to this version.',
        facts: [],
      };
  }
}

/** Of whom a dimension is judged, and by what. */
export interface DimensionSubject {
  /** Looked at only where the dimension does not apply to all. */
  readonly entity: Entity;
  /** One fact per name. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly now: Date;
}

/** Judges one dimension of an entity: verdict, points, why, and what to do where points are missing. */
export function judgeDimension(
  dimension: DimensionDefinition,
  subject: DimensionSubject,
): DimensionScore {
  const { appliesTo, measure } = dimension;
  const { facts, now } = subject;
  return dimensionScore(
    dimension,
    !appliesTo || entityMatches(subject.entity, appliesTo)
      ? judge(dimension, { measure, facts, now })
      : {
          verdict: 'not-applicable',
          value: 0,
          reason: 'Does not apply to this entity, by configuration.',
          facts: [],
        },
  );
}
