import { setImmediate as nextTurn } from 'node:timers/promises';
import { AuthService } from '@backstage/backend-plugin-api';
import { ProjectedEntity } from '@maestro-conductor/backend-kit';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import {
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { factNames } from '../domain/factNames';
import { selectFacts } from '../domain/selectFacts';

/** What is evaluated. */
export type EvaluatedEntity = Pick<
  ProjectedEntity,
  'entityRef' | 'tenant' | 'entity'
>;

/** Entities whose facts are read by one call: as many as evidence allows. */
const READ_CHUNK = 1_000;
/** Evaluations between two turns of the event loop: about 5 ms. */
const TURN_CHUNK = 100;

/** Entities with their facts, read and not yet judged. */
interface EntitiesWithFacts {
  entities: readonly EvaluatedEntity[];
  /** By entity ref. */
  facts: ReadonlyMap<string, Fact[]>;
  /** When they were read. */
  readAt: Date;
}

/** Computes scores from the facts that evidence holds now. Keeps nothing. */
export class ScoreEvaluator {
  readonly #evidence: EvidenceService;
  readonly #auth: AuthService;
  readonly #now: () => Date;

  constructor(options: {
    evidence: EvidenceService;
    auth: AuthService;
    now(): Date;
  }) {
    this.#evidence = options.evidence;
    this.#auth = options.auth;
    this.#now = options.now;
  }

  /** The scores of entities in one environment. Rejects where the facts cannot be read: no score is better than a wrong one. */
  async evaluate(
    definition: ScorecardDefinition,
    environment: string,
    entities: readonly EvaluatedEntity[],
  ): Promise<Score[]> {
    const scores: Score[] = [];
    for (let i = 0; i < entities.length; i += READ_CHUNK) {
      const chunk = entities.slice(i, i + READ_CHUNK);
      const read = await this.read(definition, environment, chunk);
      scores.push(...(await this.judge(definition, environment, read)));
    }
    return scores;
  }

  /** Reads the facts of at most 1,000 entities. */
  async read(
    definition: ScorecardDefinition,
    environment: string,
    entities: readonly EvaluatedEntity[],
  ): Promise<EntitiesWithFacts> {
    const readAt = this.#now();
    const facts = await this.#evidence.getLatestFacts(
      {
        entityRefs: entities.map(({ entityRef }) => entityRef),
        environment,
        names: factNames(definition),
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return { entities, facts: byEntity(facts), readAt };
  }

  /** Judges what was read, as of then. */
  async judge(
    definition: ScorecardDefinition,
    environment: string,
    read: EntitiesWithFacts,
  ): Promise<Score[]> {
    const scores: Score[] = [];
    for (const [index, evaluated] of read.entities.entries()) {
      if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
      const { tenant, entityRef } = evaluated;
      const facts = read.facts.get(entityRef) ?? [];
      scores.push(
        evaluateScorecard({
          definition,
          tenant,
          entityRef,
          environment,
          // Read from its text only where a dimension asks for it.
          get entity() {
            return evaluated.entity;
          },
          facts: selectFacts(facts, { environment }),
          now: read.readAt,
        }),
      );
    }
    return scores;
  }
}

function byEntity(facts: readonly Fact[]): Map<string, Fact[]> {
  const grouped = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = grouped.get(fact.entityRef);
    if (list) list.push(fact);
    else grouped.set(fact.entityRef, [fact]);
  }
  return grouped;
}
