import { Entity } from '@backstage/catalog-model';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import {
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { evaluateScorecard } from './evaluateScorecard';

/** Whom a score is of. */
export interface EvaluatedEntity {
  tenant: string;
  entityRef: string;
  /** Looked at only where a dimension does not apply to all. */
  readonly entity: Entity;
}

const NO_FACTS: ReadonlyMap<string, Fact> = new Map();

/** The scores of entities in one environment at one moment, in their order; `facts` are by entity ref and name. */
export function* evaluateEntities(options: {
  definition: ScorecardDefinition;
  environment: string;
  entities: Iterable<EvaluatedEntity>;
  facts: ReadonlyMap<string, ReadonlyMap<string, Fact>>;
  now: Date;
}): Generator<Score, undefined> {
  const { definition, environment, entities, facts, now } = options;
  for (const evaluated of entities) {
    const { tenant, entityRef } = evaluated;
    yield evaluateScorecard({
      definition,
      tenant,
      entityRef,
      environment,
      // Read from its text only where a dimension asks for it.
      get entity() {
        return evaluated.entity;
      },
      facts: facts.get(entityRef) ?? NO_FACTS,
      now,
    });
  }
  return undefined;
}
