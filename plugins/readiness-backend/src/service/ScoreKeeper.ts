import { AuthService } from '@backstage/backend-plugin-api';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import { Reconstruction } from '../database/operations/reconstructions';
import { ReadinessStore } from '../database/ReadinessStore';
import { factNames } from '../domain/factNames';
import {
  MAX_RECONSTRUCTED_DAYS,
  reconstructHistory,
} from '../domain/reconstructHistory';
import { DAY_MS, startOfUtcDay } from '../domain/utcDay';
import { Scorecard } from './Scorecard';
import { ScoreEvaluator } from './ScoreEvaluator';

/** Scores depend on age: none is older than this, and the task that looks runs each minute. */
const MAX_AGE_MS = 55 * 60 * 1000;
const BATCH = 200;
/** Half a minute's work, so that the task ends before its next turn. */
const MAX_BATCHES = 50;

/** Keeps scores current where no change says so: by age, by day, after a change of the definition; and fills in days before. */
export class ScoreKeeper {
  readonly #store: ReadinessStore;
  readonly #evaluator: ScoreEvaluator;
  readonly #scorecard: Scorecard;
  readonly #environments: string[];
  readonly #evidence: EvidenceService;
  readonly #auth: AuthService;
  readonly #now: () => Date;

  constructor(options: {
    store: ReadinessStore;
    evaluator: ScoreEvaluator;
    scorecard: Scorecard;
    environments: string[];
    evidence: EvidenceService;
    auth: AuthService;
    now(): Date;
  }) {
    this.#store = options.store;
    this.#evaluator = options.evaluator;
    this.#scorecard = options.scorecard;
    this.#environments = options.environments;
    this.#evidence = options.evidence;
    this.#auth = options.auth;
    this.#now = options.now;
  }

  /**
   * Evaluates what is due: without a score, an hour old, of an earlier UTC day, or judged by another definition. A score that
   * somebody else wrote meanwhile is left as it is.
   *
   * @returns how many were evaluated
   */
  async keepCurrent(): Promise<number> {
    const { definition, filter, name } = this.#scorecard;
    if (!definition) return 0;
    await this.#store.removeObsoleteScores({
      scorecard: name,
      environments: this.#environments,
      filter,
    });
    let evaluated = 0;
    for (const environment of this.#environments) {
      for (let batch = 0; batch < MAX_BATCHES; batch++) {
        const count = await this.#evaluateDue(environment);
        evaluated += count;
        if (count < BATCH) break;
      }
    }
    return evaluated;
  }

  async #evaluateDue(environment: string): Promise<number> {
    const definition = this.#scorecard.assertDefinition();
    const now = this.#now();
    const due = await this.#store.dueEntities({
      scorecard: definition.name,
      environment,
      filter: this.#scorecard.filter,
      definitionVersion: definition.version,
      before: new Date(
        Math.max(now.getTime() - MAX_AGE_MS, startOfUtcDay(now).getTime()),
      ),
      limit: BATCH,
    });
    if (due.length === 0) return 0;
    const entities = await this.#store.readEntities(
      due.map(({ entityRef }) => entityRef),
    );
    const scores = await this.#evaluator.evaluate(definition, environment, [
      ...entities.values(),
    ]);
    const revisions = new Map(due.map(d => [d.entityRef, d.revision]));
    await this.#store.transaction(async tx => {
      const first = await this.#store.saveScores(
        tx,
        scores.map(score => ({
          score,
          revision: revisions.get(score.entityRef),
        })),
      );
      await this.#store.requestReconstructions(tx, first, now);
    });
    return due.length;
  }

  /**
   * Works out the days before the first evaluation of the scores that wait for it, ten at a time.
   *
   * @returns how many scores were done
   */
  async reconstruct(): Promise<number> {
    if (!this.#scorecard.definition) return 0;
    const pending = await this.#store.pendingReconstructions(10);
    for (const reconstruction of pending) {
      await this.#reconstructOne(reconstruction);
    }
    return pending.length;
  }

  async #reconstructOne(reconstruction: Reconstruction): Promise<void> {
    const { key } = reconstruction;
    const definition = this.#scorecard.assertDefinition();
    const stored = (await this.#store.readScores([key])).get(key);
    const projected = (await this.#store.readEntities([key.entityRef])).get(
      key.entityRef,
    );
    if (!stored || !projected) {
      await this.#store.transaction(tx =>
        this.#store.finishReconstruction(tx, reconstruction, []),
      );
      return;
    }
    const now = this.#now();
    const history = await this.#evidence.getFactHistory(
      {
        entityRef: key.entityRef,
        environment: key.environment,
        names: factNames(definition),
        from: new Date(
          startOfUtcDay(stored.firstEvaluatedAt).getTime() -
            MAX_RECONSTRUCTED_DAYS * DAY_MS,
        ).toISOString(),
        to: new Date(now.getTime() + DAY_MS).toISOString(),
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const points = reconstructHistory({
      definition,
      tenant: key.tenant,
      entityRef: key.entityRef,
      environment: key.environment,
      entity: projected.entity,
      history,
      firstMeasured: stored.firstEvaluatedAt,
    });
    await this.#store.transaction(tx =>
      this.#store.finishReconstruction(tx, reconstruction, points),
    );
  }
}
