import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { Knex } from 'knex';
import { readDefinition } from './operations/readDefinition';

/** Versions of definitions, each read once: what judged a score never changes, only its words may, with a new configuration. */
export class DefinitionCache {
  readonly #definitions = new Map<string, ScorecardDefinition>();

  /** The version that judged a score. Throws where it is not kept, which no way of writing scores leads to. */
  async get(
    knex: Knex,
    key: { scorecard: string; version: number },
  ): Promise<ScorecardDefinition> {
    const place = JSON.stringify([key.scorecard, key.version]);
    const held = this.#definitions.get(place);
    if (held) return held;
    const definition = await readDefinition(knex, key);
    if (!definition) {
      throw new Error(
        `Version ${key.version} of scorecard ${key.scorecard}, which judged scores, is not kept`,
      );
    }
    this.#definitions.set(place, definition);
    return definition;
  }

  /** Has all versions read anew. Call it when words may have changed. */
  clear() {
    this.#definitions.clear();
  }
}
