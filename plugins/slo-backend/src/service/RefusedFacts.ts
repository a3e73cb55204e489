import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ItemError,
  PluginFact,
  PutFactsResponse,
} from '@maestro-conductor/plugin-evidence-common';

/** Kinds of refusals that are remembered; the log says when there are more. */
const MOST_KINDS = 50;
const MOST_LETTERS = 300;

/**
 * Has the log say once why facts were refused. A refusal is told by its code, its field and the fact's name: an entity that left the catalog is
 * refused each quarter of an hour, and thousands of entities may be refused for one reason.
 */
export class RefusedFacts {
  readonly #logger: LoggerService;
  readonly #told = new Set<string>();

  constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** @param rejected - by their place among the facts */
  note(
    facts: readonly PluginFact[],
    rejected: PutFactsResponse['rejected'],
  ): void {
    for (const { index, error } of rejected) {
      if (this.#told.size > MOST_KINDS) return;
      const fact: PluginFact | undefined = facts[index];
      const kind = JSON.stringify([error.code, error.field, fact?.name]);
      if (this.#told.has(kind)) continue;
      this.#told.add(kind);
      this.#logger.warn(
        this.#told.size > MOST_KINDS
          ? 'Evidence refused facts for more reasons than are told one by one'
          : `Evidence refused ${fact?.name} of ${fact?.entityRef}; others refused for the same reason are not told`,
        meta(error),
      );
    }
  }
}

/** Another plugin's words, on one line and no longer than that. */
function meta({ code, field, message }: ItemError) {
  const reason = message.replace(/\s+/g, ' ').slice(0, MOST_LETTERS);
  return { code, ...(field !== undefined && { field }), reason };
}
