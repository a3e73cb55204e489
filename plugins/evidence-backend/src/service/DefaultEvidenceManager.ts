import { InputError, NotFoundError } from '@backstage/errors';
import { FeedGoneError } from '@maestro-conductor/backend-kit';
import {
  ChangePage,
  EvidenceChangeType,
  EvidenceRecordPage,
  Fact,
  PushRecordsResponse,
  PutFactsRequest,
  PutFactsResponse,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ChangesGoneError,
  FactHistoryRequest,
  LatestFactsRequest,
} from '@maestro-conductor/plugin-evidence-node';
import { EvidenceStore } from '../database/EvidenceStore';
import { StoredFactSheet } from '../database/operations/readFactSheets';
import { isItemError } from '../domain/itemError';
import { MAX_REFS } from '../domain/limits';
import { parseItem } from '../domain/manifest';
import { requireTime } from '../domain/requireTime';
import { CatalogSync } from './CatalogSync';
import { ContentGoneError } from './ContentGoneError';
import { PluginFacts } from './PluginFacts';
import { pluginOf } from './pluginOf';
import { PushBatch } from './PushBatch';
import { PushPipeline } from './PushPipeline';
import { PushTraffic } from './PushTraffic';
import { SharedCommits } from './SharedCommits';
import { subjectOf } from './subjectOf';
import {
  EntityFactsRequest,
  EvidenceCallOptions,
  EvidenceContent,
  EvidenceManager,
  FactSheetsRequest,
  ListRecordsRequest,
  PushRecordsRequest,
  RecordWithFacts,
} from './types';

const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;
const MAX_HISTORY_NAMES = 50;

/** Does what is asked, and asks nobody who may: that is the business of AuthorizedEvidenceManager. */
export class DefaultEvidenceManager implements EvidenceManager {
  readonly #commits: SharedCommits;

  constructor(
    private readonly options: {
      store: EvidenceStore;
      catalog: CatalogSync;
      pipeline: PushPipeline;
      traffic: PushTraffic;
      pluginFacts: PluginFacts;
      now: () => Date;
    },
  ) {
    this.#commits = new SharedCommits(options.store, options.traffic);
  }

  async assertMayPush(): Promise<void> {}

  async pushRecords(
    request: PushRecordsRequest,
    options: EvidenceCallOptions,
  ): Promise<PushRecordsResponse> {
    const { catalog, pipeline, now } = this.options;
    const items = request.items.map(parseItem);
    const refs = items.flatMap(item =>
      isItemError(item) ? [] : [item.entityRef],
    );
    const context = {
      producer: subjectOf(options.credentials),
      receivedAt: now(),
      entities: await catalog.find([...new Set(refs)]),
    };
    const batch = new PushBatch(this.#commits);
    // One after the other: no more is in memory than a batch and one file.
    for (const item of items) {
      const prepared = isItemError(item)
        ? item
        : await pipeline.prepare(item, request, context);
      await batch.add(prepared);
    }
    return { items: await batch.finish() };
  }

  async listRecords(request: ListRecordsRequest): Promise<EvidenceRecordPage> {
    const { limit = DEFAULT_PAGE } = request;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
      throw new InputError(
        `limit: must be a whole number from 1 to ${MAX_PAGE}.`,
      );
    }
    const { from, to, freshness, search, ...filter } = request;
    const range = {
      from: from === undefined ? undefined : requireTime(from, 'from'),
      to: to === undefined ? undefined : requireTime(to, 'to'),
    };
    if (range.from && range.to && range.from >= range.to) {
      throw new InputError('from: must lie before to.');
    }
    const tenant = await this.#tenantOf(request.entityRef);
    return this.options.store.listRecords({
      ...filter,
      ...range,
      freshness: freshness && { state: freshness, at: this.options.now() },
      search: search?.trim() || undefined,
      tenant,
      limit,
    });
  }

  async getRecordFacets(request: { entityRef: string }): Promise<RecordFacets> {
    const tenant = await this.#tenantOf(request.entityRef);
    return this.options.store.countRecordFacets({ ...request, tenant });
  }

  async getRecord({ id }: { id: string }): Promise<RecordWithFacts> {
    const record = await this.options.store.getRecord(id);
    if (!record) {
      throw noRecord(id);
    }
    return { ...record, facts: await this.options.store.getRecordFacts(id) };
  }

  async getContent({ id }: { id: string }): Promise<EvidenceContent> {
    const record = await this.options.store.getRecord(id);
    if (!record) {
      throw noRecord(id);
    }
    const bytes = await this.options.store.readBlob(record.sha256);
    if (!bytes) {
      // They may have gone since the record was read.
      const since = record.contentRemovedAt ?? this.options.now().toISOString();
      throw new ContentGoneError(
        `The bytes of record ${id} are no longer kept since ${since}; the record, its hash and its facts are.`,
      );
    }
    return { record, bytes };
  }

  async getLatestFacts(request: LatestFactsRequest): Promise<Fact[]> {
    const { entityRefs, environment, names, commit, asOf } = request;
    assertRefs(entityRefs);
    if (names?.length === 0) {
      throw new InputError(
        'names: must name at least one fact; leave it out to read all.',
      );
    }
    const at = asOf === undefined ? undefined : requireTime(asOf, 'asOf');
    const entities = await this.options.catalog.find([...new Set(entityRefs)]);
    const byTenant = new Map<string, string[]>();
    for (const { tenant, entityRef } of entities.values()) {
      byTenant.set(tenant, [...(byTenant.get(tenant) ?? []), entityRef]);
    }
    const facts: Fact[] = [];
    for (const [tenant, refs] of byTenant) {
      const found = await this.options.store.readLatestFacts({
        tenant,
        entityRefs: refs,
        environment,
        names,
        commit: commit || undefined,
        asOf: at,
      });
      facts.push(...found);
    }
    return facts;
  }

  async getFactSheets(request: FactSheetsRequest): Promise<StoredFactSheet[]> {
    assertRefs(request.entityRefs);
    return this.options.store.readFactSheets(request);
  }

  async getEntityFacts({
    entityRef,
    ...request
  }: EntityFactsRequest): Promise<Fact[]> {
    return this.getLatestFacts({ ...request, entityRefs: [entityRef] });
  }

  async getFactHistory(request: FactHistoryRequest): Promise<Fact[]> {
    const from = requireTime(request.from, 'from');
    const to = requireTime(request.to, 'to');
    if (from >= to) {
      throw new InputError('from: must lie before to.');
    }
    if (
      request.names.length === 0 ||
      request.names.length > MAX_HISTORY_NAMES
    ) {
      throw new InputError(
        `name: must be given 1 to ${MAX_HISTORY_NAMES} times.`,
      );
    }
    const tenant = await this.#tenantOf(request.entityRef);
    return this.options.store.readFactHistory({ ...request, tenant, from, to });
  }

  async getChanges(request: {
    after: number;
    limit?: number;
  }): Promise<ChangePage<EvidenceChangeType>> {
    try {
      return await this.options.store.readChanges(request);
    } catch (error) {
      if (error instanceof FeedGoneError) {
        const gone = new ChangesGoneError(error.message);
        gone.latest = error.latest;
        throw gone;
      }
      throw error;
    }
  }

  async putFacts(
    request: PutFactsRequest,
    { credentials }: EvidenceCallOptions,
  ): Promise<PutFactsResponse> {
    return this.options.pluginFacts.put(request, {
      plugin: pluginOf(credentials),
      receivedAt: this.options.now(),
    });
  }

  async #tenantOf(entityRef: string): Promise<string> {
    const entity = (await this.options.catalog.find([entityRef])).get(
      entityRef,
    );
    if (!entity) {
      throw new NotFoundError(`entity: ${entityRef} is not in the catalog.`);
    }
    return entity.tenant;
  }
}

function assertRefs(entityRefs: readonly string[]): void {
  if (entityRefs.length === 0 || entityRefs.length > MAX_REFS.service) {
    throw new InputError(
      `entityRefs: must name 1 to ${MAX_REFS.service} entities; an empty list does not mean all.`,
    );
  }
}

function noRecord(id: string): NotFoundError {
  return new NotFoundError(`There is no evidence record ${id}.`);
}
