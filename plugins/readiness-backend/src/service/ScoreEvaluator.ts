import { AuthService } from '@backstage/backend-plugin-api';
import {
  EvidenceService,
  readFactSheets,
} from '@maestro-conductor/plugin-evidence-node';
import {
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { DueEntity } from '../database/operations/dueEntities';
import { WrittenScore } from '../database/writtenScores';
import { EvaluatedEntity, evaluateEntities } from '../domain/evaluateEntities';
import { factNames } from '../domain/factNames';
import judgeSheets, { SheetsToJudge } from '../workers/judgeSheets';

/** Entities whose facts are read by one call: as many as evidence allows. */
const READ_CHUNK = 1_000;

/** Computes scores from the facts that evidence holds now. Keeps nothing. */
export class ScoreEvaluator {
  readonly #evidence: EvidenceService;
  readonly #auth: AuthService;
  readonly #now: () => Date;
  readonly #judgeSheets: (task: SheetsToJudge) => Promise<WrittenScore[]>;

  /** @param options - `judgeSheets`: how many entities are judged; in this thread where absent */
  constructor(options: {
    evidence: EvidenceService;
    auth: AuthService;
    now(): Date;
    judgeSheets?(task: SheetsToJudge): Promise<WrittenScore[]>;
  }) {
    this.#evidence = options.evidence;
    this.#auth = options.auth;
    this.#now = options.now;
    this.#judgeSheets =
      options.judgeSheets ?? (async task => judgeSheets.work(task));
  }

  /** The scores of entities in one environment. Rejects where the facts cannot be read: no score is better than a wrong one. */
  async evaluate(
    definition: ScorecardDefinition,
    environment: string,
    entities: readonly EvaluatedEntity[],
  ): Promise<Score[]> {
    const names = factNames(definition);
    const scores: Score[] = [];
    for (let i = 0; i < entities.length; i += READ_CHUNK) {
      const chunk = entities.slice(i, i + READ_CHUNK);
      const now = this.#now();
      const sheets = await this.#readSheets(environment, chunk);
      const facts = readFactSheets(sheets, { environment, names });
      scores.push(
        ...evaluateEntities({
          definition,
          environment,
          entities: chunk,
          facts,
          now,
        }),
      );
    }
    return scores;
  }

  /** The same for a page of at most 1,000 entities that are due, ready to be saved. */
  async evaluatePage(
    definition: ScorecardDefinition,
    environment: string,
    entities: readonly DueEntity[],
  ): Promise<WrittenScore[]> {
    const now = this.#now();
    const sheets = await this.#readSheets(environment, entities);
    return await this.#judgeSheets({
      definition,
      environment,
      entities: entities.map(({ tenant, entityRef, text }) => ({
        tenant,
        entityRef,
        entity: text,
      })),
      sheets,
      now,
    });
  }

  async #readSheets(
    environment: string,
    entities: readonly { entityRef: string }[],
  ): Promise<Uint8Array> {
    return await this.#evidence.getFactSheets(
      { entityRefs: entities.map(({ entityRef }) => entityRef), environment },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
  }
}
