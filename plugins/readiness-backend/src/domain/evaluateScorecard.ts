import { Entity } from '@backstage/catalog-model';
import { sha256Hex } from '@maestro-conductor/backend-kit';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  DimensionScore,
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { compactFacts } from './compactFacts';
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
  const { definition, tenant, entityRef, environment, now } = input;
  const dimensions = definition.dimensions.map(dimension =>
    judgeDimension(dimension, input),
  );
  const ordered = [...dimensions].sort((a, b) => (a.name < b.name ? -1 : 1));
  const score = scoreOf(ordered);
  const level = levelOf(score, definition.levels);
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
    inputsDigest: digestOf(definition, ordered),
  };
}

/** SHA-256 of the rule and of the facts that it was put to; `ordered` are the dimensions in the order of their names. */
function digestOf(
  definition: ScorecardDefinition,
  ordered: readonly DimensionScore[],
): string {
  return sha256Hex(
    JSON.stringify([
      definition.digest,
      ordered.map(({ name }) => name),
      compactFacts(ordered),
    ]),
  );
}
