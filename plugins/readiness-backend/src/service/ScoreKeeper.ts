import { AuthService } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import {
  EvaluationResult,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import { DueEntity, DueRequest } from '../database/operations/dueEntities';
import { Reconstruction } from '../database/operations/reconstructions';
import { ReadinessStore } from '../database/ReadinessStore';
import { WrittenScore } from '../database/writtenScores';
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
/** Entities that are read, judged and kept together. */
const PAGE = 1_000;
const LIST = 5 * PAGE;
/** Pages that are read and judged while one is kept. */
const AHEAD = 2;

/** Scores that are computed and not yet kept. */
interface JudgedPage {
  scores: WrittenScore[];
  /** By entity ref: of the scores that they replace. */
  revisions: ReadonlyMap<string, number>;
}

/** Keeps scores current where no change says so: by age, by day, after a change of the definition; and fills in days before. */
export class ScoreKeeper {
  readonly #store: ReadinessStore;
  readonly #evaluator: ScoreEvaluator;
  readonly #scorecard: Scorecard;
  readonly #environments: string[];
  readonly #evidence: EvidenceService;
  readonly #auth: AuthService;
  readonly #now: () => Date;
  /** Environments that are being evaluated whole, by this replica. */
  readonly #underway = new Set<string>();

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
      const now = this.#now();
      const before = Math.max(
        now.getTime() - MAX_AGE_MS,
        startOfUtcDay(now).getTime(),
      );
      const done = await this.#evaluate(definition, environment, {
        definitionVersion: definition.version,
        before: new Date(before),
      });
      evaluated += done.evaluated;
    }
    return evaluated;
  }

  /**
   * Evaluates all entities of the scorecard in an environment, whether due or not.
   *
   * @throws ConflictError where this is going on already, ServiceUnavailableError where the configured scorecard is invalid
   */
  async evaluateAll(environment: string): Promise<EvaluationResult> {
    const definition = this.#scorecard.assertDefinition();
    if (this.#underway.has(environment)) {
      throw new ConflictError(
        `All scores of ${environment} are being evaluated at this moment; ask again when that is done`,
      );
    }
    this.#underway.add(environment);
    try {
      const startedAt = this.#now().toISOString();
      const done = await this.#evaluate(definition, environment);
      return {
        environment,
        ...done,
        startedAt,
        finishedAt: this.#now().toISOString(),
      };
    } finally {
      this.#underway.delete(environment);
    }
  }

  /** Page by page; while one is kept, the next is judged, and the one after that is read. */
  async #evaluate(
    definition: ScorecardDefinition,
    environment: string,
    due?: DueRequest['due'],
  ): Promise<{ evaluated: number; changed: number }> {
    const total = { evaluated: 0, changed: 0 };
    const pages = this.#duePages(definition, environment, due);
    const judge = async () => {
      const { value: entities } = await pages.next();
      return entities && this.#judgePage(definition, environment, entities);
    };
    const ahead: Promise<JudgedPage | undefined>[] = [];
    for (;;) {
      while (ahead.length <= AHEAD) {
        const judged = judge();
        // It is awaited below, but may fail before that.
        judged.catch(() => undefined);
        ahead.push(judged);
      }
      const page = await ahead.shift();
      if (!page) return total;
      total.evaluated += page.scores.length;
      total.changed += await this.#keepPage(page);
    }
  }

  /** What to evaluate, listed thousands at a time, for each list costs a look at all entities that the scorecard is for. */
  async *#duePages(
    definition: ScorecardDefinition,
    environment: string,
    due: DueRequest['due'],
  ): AsyncGenerator<DueEntity[], undefined> {
    let listed: DueEntity[];
    let after: string | undefined;
    do {
      listed = await this.#store.dueEntities({
        scorecard: definition.name,
        filter: this.#scorecard.filter,
        environment,
        due,
        whole: definition.dimensions.some(({ appliesTo }) => appliesTo),
        after,
        limit: LIST,
      });
      for (let i = 0; i < listed.length; i += PAGE) {
        yield listed.slice(i, i + PAGE);
      }
      after = listed.at(-1)?.entityRef;
    } while (listed.length === LIST);
    return undefined;
  }

  async #judgePage(
    definition: ScorecardDefinition,
    environment: string,
    entities: DueEntity[],
  ): Promise<JudgedPage> {
    return {
      scores: await this.#evaluator.evaluatePage(
        definition,
        environment,
        entities,
      ),
      revisions: new Map(entities.map(e => [e.entityRef, e.revision])),
    };
  }

  /** @returns how many scores say something else than before */
  async #keepPage({ scores, revisions }: JudgedPage): Promise<number> {
    return await this.#store.transaction(async tx => {
      const { first, changed } = await this.#store.saveWrittenScores(
        tx,
        scores.map(score => ({
          score,
          revision: revisions.get(score.entityRef),
        })),
      );
      await this.#store.requestReconstructions(tx, first, this.#now());
      return changed;
    });
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
