import { InputError, NotFoundError } from '@backstage/errors';
import { FeedGoneError } from '@maestro-conductor/backend-kit';
import {
  ChangePage,
  EvidenceChangeType,
  EvidenceRecordPage,
  Fact,
  PushRecordsResponse,
  RecordResult,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ChangesGoneError,
  FactHistoryRequest,
  LatestFactsRequest,
} from '@maestro-conductor/plugin-evidence-node';
import { EvidenceStore } from '../database/EvidenceStore';
import { isItemError } from '../domain/itemError';
import { MAX_REFS } from '../domain/limits';
import { requireTime } from '../domain/requireTime';
import { CatalogSync } from './CatalogSync';
import { PushPipeline } from './PushPipeline';
import { subjectOf } from './subjectOf';
import {
  EntityFactsRequest,
  EvidenceCallOptions,
  EvidenceContent,
  EvidenceManager,
  ListRecordsRequest,
  PushRecordsRequest,
  RecordWithFacts,
} from './types';

const DEFAULT_PAGE = 25;
const MAX_PAGE = 100;
const MAX_HISTORY_NAMES = 50;

/** Does what is asked, and asks nobody who may: that is the business of AuthorizedEvidenceManager. */
export class DefaultEvidenceManager implements EvidenceManager {
  constructor(
    private readonly options: {
      store: EvidenceStore;
      catalog: CatalogSync;
      pipeline: PushPipeline;
      now: () => Date;
    },
  ) {}

  async assertMayPush(): Promise<void> {}

  async pushRecords(
    request: PushRecordsRequest,
    options: EvidenceCallOptions,
  ): Promise<PushRecordsResponse> {
    const context = {
      producer: subjectOf(options.credentials),
      receivedAt: this.options.now(),
    };
    const items: RecordResult[] = [];
    // One after the other: at most one file of a request is in memory, and a batch may name the same file twice.
    for (const [index, item] of request.items.entries()) {
      const result = await this.options.pipeline.push(item, request, context);
      items.push(
        isItemError(result)
          ? { index, status: 'rejected', error: result }
          : { index, ...result },
      );
    }
    return { items };
  }

  async listRecords(request: ListRecordsRequest): Promise<EvidenceRecordPage> {
    const { limit = DEFAULT_PAGE } = request;
    if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
      throw new InputError(
        `limit: must be a whole number from 1 to ${MAX_PAGE}.`,
      );
    }
    const tenant = await this.#tenantOf(request.entityRef);
    return this.options.store.listRecords({ ...request, tenant, limit });
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
      throw new NotFoundError(
        `The bytes of record ${id} are no longer kept; its hash and facts are.`,
      );
    }
    return { record, bytes };
  }

  async getLatestFacts(request: LatestFactsRequest): Promise<Fact[]> {
    const { entityRefs, environment, names, commit, asOf } = request;
    if (entityRefs.length === 0 || entityRefs.length > MAX_REFS.service) {
      throw new InputError(
        `entityRefs: must name 1 to ${MAX_REFS.service} entities; an empty list does not mean all.`,
      );
    }
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

function noRecord(id: string): NotFoundError {
  return new NotFoundError(`There is no evidence record ${id}.`);
}
