import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { PluginFact } from '@maestro-conductor/plugin-evidence-common';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import { EntityStates, StateStore } from '../database/StateStore';
import { factsOf } from '../domain/factsOf';
import { PastStates } from './PastStates';
import { RefusedFacts } from './RefusedFacts';

/** Entities at once: three facts each, and a thousand is the most that are taken. */
const ENTITIES = 300;
const MOST_FACTS = 1_000;

/** How long a fact of now holds. It is told again well before. */
const FRESH_MS = 3_600_000;
const DAY_MS = 24 * FRESH_MS;

/** So long samples of past days must have been quiet: they come in many pieces. */
const SETTLED_MS = 10_000;
/** So long an objective may wait for its first samples before it counts as not met. */
const NEW_MS = 10 * 60_000;

/** Tells evidence how objectives fare: on change of a status, else from time to time; and once of the days before anybody looked. */
export class FactWriter {
  readonly #states: StateStore;
  readonly #past: PastStates;
  readonly #evidence: Pick<EvidenceService, 'putFacts'>;
  readonly #auth: AuthService;
  readonly #everyMs: number;
  readonly #refused: RefusedFacts;
  readonly #now: () => Date;

  constructor(options: {
    states: StateStore;
    past: PastStates;
    evidence: Pick<EvidenceService, 'putFacts'>;
    auth: AuthService;
    logger: LoggerService;
    everyMs: number;
    now(): Date;
  }) {
    this.#states = options.states;
    this.#past = options.past;
    this.#evidence = options.evidence;
    this.#auth = options.auth;
    this.#everyMs = options.everyMs;
    this.#refused = new RefusedFacts(options.logger);
    this.#now = options.now;
  }

  /** Tells what is due. Where evidence cannot take it, it stays due. @returns of how many entities */
  async writeDue(): Promise<number> {
    let written = 0;
    let due: EntityStates[];
    do {
      const now = this.#now();
      const ago = (ms: number) => new Date(now.getTime() - ms);
      due = await this.#states.dueFacts({
        toldBefore: ago(this.#everyMs),
        newSince: ago(NEW_MS),
        settledBefore: ago(SETTLED_MS),
        limit: ENTITIES,
      });
      if (due.length === 0) break;
      await this.#put(due.flatMap(currentFacts));
      await this.#states.factsTold(due, now);
      written += due.length;
    } while (due.length === ENTITIES);
    return written;
  }

  /**
   * Tells of days before the first evaluation, as of the end of each, once their samples are in: history then begins with the samples. Days that
   * were evaluated at their time keep what was told then.
   *
   * @returns of how many entities
   */
  async writePast(): Promise<number> {
    const settledBefore = new Date(this.#now().getTime() - SETTLED_MS);
    const due = await this.#states.pastDays(settledBefore, ENTITIES);
    for (const entity of due) {
      const days = await this.#past.evaluate(entity);
      await this.#put(
        days.flatMap(({ end, states }) =>
          told(entity, factsOf(states), {
            observedAt: new Date(end.getTime() - 1),
            freshMs: DAY_MS,
          }),
        ),
      );
      await this.#states.pastTold(entity);
    }
    return due.length;
  }

  async #put(facts: PluginFact[]): Promise<void> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (let start = 0; start < facts.length; start += MOST_FACTS) {
      const part = facts.slice(start, start + MOST_FACTS);
      const answer = await this.#evidence.putFacts(
        { facts: part },
        { credentials },
      );
      this.#refused.note(part, answer.rejected);
    }
  }
}

function currentFacts(entity: EntityStates): PluginFact[] {
  const states = entity.states.map(({ state }) => state);
  const latest = Math.max(
    ...states.map(({ evaluatedAt }) => Date.parse(evaluatedAt)),
  );
  return told(entity, factsOf(states), {
    observedAt: new Date(latest),
    freshMs: FRESH_MS,
  });
}

function told(
  { entityRef, environment }: { entityRef: string; environment: string },
  facts: ReturnType<typeof factsOf>,
  { observedAt, freshMs }: { observedAt: Date; freshMs: number },
): PluginFact[] {
  const freshUntil = new Date(observedAt.getTime() + freshMs).toISOString();
  return facts.map(fact => ({
    entityRef,
    environment,
    ...fact,
    type: 'number',
    observedAt: observedAt.toISOString(),
    freshUntil,
  }));
}
