import { AuthService } from '@backstage/backend-plugin-api';
import { EvidenceService } from '@maestro-conductor/plugin-evidence-node';
import { dayOf } from '@maestro-conductor/slo-engine';
import { CostKey, CostStore } from '../database/CostStore';
import { toDailyCosts } from '../domain/toDailyCosts';

/** The longest window, and a day. */
const DAYS = 366;
const DAY_MS = 86_400_000;
/** From there on costs were copied before; corrections of older days are rare, and read when the plugin starts. */
const LATE_DAYS = 7;
/** Entities asked for at the same time. */
const PARALLEL = 4;

/** Copies daily costs of entities from evidence, where they are facts that were pushed. */
export class UnitCosts {
  readonly #costs: CostStore;
  readonly #evidence: Pick<EvidenceService, 'getFactHistory'>;
  readonly #auth: AuthService;
  readonly #now: () => Date;
  /** Entities whose whole history was read since the start. */
  readonly #whole = new Set<string>();

  constructor(options: {
    costs: CostStore;
    evidence: Pick<EvidenceService, 'getFactHistory'>;
    auth: AuthService;
    now(): Date;
  }) {
    this.#costs = options.costs;
    this.#evidence = options.evidence;
    this.#auth = options.auth;
    this.#now = options.now;
  }

  /** Reads what came since. @returns how many entities were asked for */
  async refresh(): Promise<number> {
    const entities = await this.#costs.costedEntities();
    for (let start = 0; start < entities.length; start += PARALLEL) {
      await Promise.all(
        entities
          .slice(start, start + PARALLEL)
          .map(entity => this.#refreshOne(entity)),
      );
    }
    return entities.length;
  }

  async #refreshOne(key: CostKey): Promise<void> {
    const id = JSON.stringify(key);
    const now = this.#now().getTime();
    const back = this.#whole.has(id) ? LATE_DAYS : DAYS;
    const facts = await this.#evidence.getFactHistory(
      {
        ...key,
        names: ['cost.daily'],
        from: new Date(now - back * DAY_MS).toISOString(),
        to: new Date(now + DAY_MS).toISOString(),
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    const costs = toDailyCosts(facts, dayOf(Math.floor(now / 60_000)) - DAYS);
    await this.#costs.saveCosts(key, costs);
    if (costs.length > 0) this.#whole.add(id);
  }
}
