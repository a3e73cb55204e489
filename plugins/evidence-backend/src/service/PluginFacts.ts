import { InputError } from '@backstage/errors';
import { ProjectedEntity } from '@maestro-conductor/backend-kit';
import {
  ItemError,
  MAX_PLUGIN_FACTS,
  PluginFact,
  PutFactsRequest,
  PutFactsResponse,
} from '@maestro-conductor/plugin-evidence-common';
import { EvidenceStore } from '../database/EvidenceStore';
import { NewFact } from '../database/operations/writeFacts';
import { FreshnessRules } from '../domain/freshness';
import { isItemError } from '../domain/itemError';
import { checkPluginFact } from '../domain/pluginFacts';
import { unknownEntity } from '../domain/unknownEntity';
import { CatalogSync } from './CatalogSync';

/** Keeps what other plugins tell of entities. */
export class PluginFacts {
  readonly #store: Pick<EvidenceStore, 'putFacts'>;
  readonly #catalog: Pick<CatalogSync, 'find'>;
  readonly #freshness: FreshnessRules;

  constructor(options: {
    store: Pick<EvidenceStore, 'putFacts'>;
    catalog: Pick<CatalogSync, 'find'>;
    freshness: FreshnessRules;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#freshness = options.freshness;
  }

  /** Keeps those that can be kept; each is judged on its own. */
  async put(
    { facts }: PutFactsRequest,
    { plugin, receivedAt }: { plugin: string; receivedAt: Date },
  ): Promise<PutFactsResponse> {
    if (facts.length === 0 || facts.length > MAX_PLUGIN_FACTS) {
      throw new InputError(
        `facts: must hold 1 to ${MAX_PLUGIN_FACTS} facts, not ${facts.length}. Put more in several calls.`,
      );
    }
    const refs = new Set(facts.map(({ entityRef }) => entityRef));
    const entities = await this.#catalog.find([...refs]);
    const rejected: PutFactsResponse['rejected'] = [];
    const accepted: NewFact[] = [];
    for (const [index, fact] of facts.entries()) {
      const entity = entities.get(fact.entityRef);
      const result = entity
        ? this.#bind(fact, entity, { plugin, receivedAt })
        : unknownEntity(fact.entityRef, []);
      if (isItemError(result)) rejected.push({ index, error: result });
      else accepted.push(result);
    }
    const written = await this.#store.putFacts(accepted, receivedAt);
    return { written, unchanged: accepted.length - written, rejected };
  }

  #bind(
    fact: PluginFact,
    { tenant, entityRef }: ProjectedEntity,
    { plugin, receivedAt }: { plugin: string; receivedAt: Date },
  ): NewFact | ItemError {
    const freshness = this.#freshness;
    const checked = checkPluginFact(fact, { plugin, receivedAt, freshness });
    if (isItemError(checked)) return checked;
    const { reading, ...times } = checked;
    return {
      ...reading,
      ...times,
      tenant,
      entityRef,
      environment: fact.environment,
      commit: '',
      ref: '',
      defaultBranch: true,
      receivedAt,
      source: `plugin:${plugin}`,
    };
  }
}
