import { ServiceUnavailableError } from '@backstage/errors';
import { FilterPredicate } from '@backstage/filter-predicates';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { ReadinessStore } from '../database/ReadinessStore';
import {
  DEFAULT_THRESHOLD,
  readScorecardConfig,
} from '../domain/readScorecardConfig';
import { ReadinessSettings } from '../domain/readSettings';
import { entityMatches } from '../domain/entityMatches';
import { Entity } from '@backstage/catalog-model';

const DEFAULT_FILTER = { kind: 'component' };

/**
 * The scorecard in force. Where the configured one is invalid there is no `definition`, only the `problem` and the last good one:
 * its scores are kept and shown, nothing is evaluated.
 */
export class Scorecard {
  private constructor(
    readonly name: string,
    /** What new scores are judged by. */
    readonly definition: ScorecardDefinition | undefined,
    /** What kept scores were judged by last. */
    readonly shown: ScorecardDefinition | undefined,
    readonly problem: string | undefined,
  ) {}

  /** Reads the configured scorecard, and gives its content a version. */
  static async load(options: {
    settings: ReadinessSettings;
    store: ReadinessStore;
    now: Date;
  }): Promise<Scorecard> {
    const { settings, store, now } = options;
    const { name, value } = settings.scorecard;
    let content;
    try {
      content = readScorecardConfig(name, value);
    } catch (error) {
      const lastGood =
        (await store.latestDefinition(name)) ??
        (await store.latestDefinition());
      const problem = error instanceof Error ? error.message : String(error);
      return new Scorecard(
        lastGood?.name ?? name,
        undefined,
        lastGood,
        problem,
      );
    }
    const definition = await store.registerDefinition(content, now);
    return new Scorecard(name, definition, definition, undefined);
  }

  /** The entities that it is for. */
  get filter(): FilterPredicate {
    return (this.shown?.filter ?? DEFAULT_FILTER) as FilterPredicate;
  }

  /** What kept scores are compared with. */
  get threshold(): number {
    return this.shown?.threshold ?? DEFAULT_THRESHOLD;
  }

  isFor(entity: Entity): boolean {
    return entityMatches(entity, this.shown?.filter ?? DEFAULT_FILTER);
  }

  /** @throws ServiceUnavailableError where the configured one is invalid */
  assertDefinition(): ScorecardDefinition {
    if (!this.definition) {
      throw new ServiceUnavailableError(
        `Nothing can be evaluated while the configured scorecard is invalid: ${this.problem}`,
      );
    }
    return this.definition;
  }
}
