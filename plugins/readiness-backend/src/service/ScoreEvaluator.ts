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

/** Entities whose facts are read by one call. */
const READ_CHUNK = 200;
/** Evaluations between two turns of the event loop: about 5 ms. */
const TURN_CHUNK = 25;

function byEntity(facts: readonly Fact[]): Map<string, Fact[]> {
  const grouped = new Map<string, Fact[]>();
  for (const fact of facts) {
    const list = grouped.get(fact.entityRef);
    if (list) list.push(fact);
    else grouped.set(fact.entityRef, [fact]);
  }
  return grouped;
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
    const names = factNames(definition);
    for (let i = 0; i < entities.length; i += READ_CHUNK) {
      const chunk = entities.slice(i, i + READ_CHUNK);
      const now = this.#now();
      const facts = byEntity(
        await this.#evidence.getLatestFacts(
          {
            entityRefs: chunk.map(({ entityRef }) => entityRef),
            environment,
            names,
          },
          { credentials: await this.#auth.getOwnServiceCredentials() },
        ),
      );
      for (const [index, { entityRef, tenant, entity }] of chunk.entries()) {
        if (index % TURN_CHUNK === TURN_CHUNK - 1) await nextTurn();
        const own = facts.get(entityRef) ?? [];
        scores.push(
          evaluateScorecard({
            definition,
            tenant,
            entityRef,
            environment,
            entity,
            facts: selectFacts(own, { environment }),
            now,
          }),
        );
      }
    }
    return scores;
  }
}
