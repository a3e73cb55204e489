import { Entity } from '@backstage/catalog-model';
import { canonicalJson, sha256Hex } from '@maestro-conductor/backend-kit';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { judgeDimension } from './judgeDimension';
import { levelOf, scoreOf } from './scoreOf';

/** What a score is computed from. */
export interface EvaluationInput {
  definition: ScorecardDefinition;
  tenant: string;
  entityRef: string;
  environment: string;
  entity: Entity;
  /** One fact per name. */
  facts: ReadonlyMap<string, Fact>;
  now: Date;
}

/**
 * The score of one entity in one environment at one moment.
 *
 * The digest covers the facts and the definition, not the moment: it stays the same while a score falls by age alone.
 */
export function evaluateScorecard(input: EvaluationInput): Score {
  const { definition, tenant, entityRef, environment, entity, facts, now } =
    input;
  const dimensions = definition.dimensions.map(dimension =>
    judgeDimension({ dimension, entity, facts, now }),
  );
  const score = scoreOf(dimensions);
  const level = levelOf(score, definition.levels);
  const inputs = dimensions
    .map(({ name, facts: used }) => ({ name, facts: used }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    tenant,
    scorecard: definition.name,
    entityRef,
    environment,
    ...(score !== undefined && { score }),
    ...(level !== undefined && { level }),
    threshold: definition.threshold,
    dimensions,
    definitionVersion: definition.version,
    evaluatedAt: now.toISOString(),
    inputsDigest: sha256Hex(
      canonicalJson({ definition: definition.digest, inputs }),
    ),
  };
}
