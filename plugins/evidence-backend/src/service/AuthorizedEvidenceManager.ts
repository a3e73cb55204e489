import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  EntityAccess,
  isServicePrincipal,
} from '@maestro-conductor/backend-kit';
import {
  ChangePage,
  evidenceContentReadPermission,
  EvidenceChangeType,
  evidenceRecordCreatePermission,
  EvidenceRecordPage,
  evidenceRecordReadPermission,
  Fact,
  ItemError,
  PushRecordsResponse,
  PutFactsRequest,
  PutFactsResponse,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import {
  FactHistoryRequest,
  LatestFactsRequest,
} from '@maestro-conductor/plugin-evidence-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { EntityStore } from '../database/EntityStore';
import { StoredFactSheet } from '../database/operations/readFactSheets';
import { itemError } from '../domain/itemError';
import { MAX_REFS } from '../domain/limits';
import { checkClaim, ProducerRule, rulesOf } from '../domain/producers';
import { unknownEntity } from '../domain/unknownEntity';
import { CatalogSync } from './CatalogSync';
import { pluginOf } from './pluginOf';
import { subjectOf } from './subjectOf';
import {
  EntityFactsRequest,
  EvidenceCallOptions,
  EvidenceContent,
  EvidenceManager,
  FactSheetsRequest,
  ListRecordsRequest,
  PushClaim,
  PushRecordsRequest,
  PushTarget,
  RecordWithFacts,
} from './types';

/** Asks who may, for each method, then has it done. */
export class AuthorizedEvidenceManager implements EvidenceManager {
  readonly #manager: EvidenceManager;
  readonly #access: EntityAccess;
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogSync;
  readonly #entities: EntityStore;
  readonly #producers: readonly ProducerRule[];

  constructor(options: {
    manager: EvidenceManager;
    access: EntityAccess;
    permissions: PermissionsService;
    catalog: CatalogSync;
    entities: EntityStore;
    producers: readonly ProducerRule[];
  }) {
    this.#manager = options.manager;
    this.#access = options.access;
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#entities = options.entities;
    this.#producers = options.producers;
  }

  async assertMayPush({ credentials }: EvidenceCallOptions): Promise<void> {
    const subject = subjectOf(credentials);
    if (rulesOf(this.#producers, subject).length === 0) {
      throw new NotAllowedError(
        `${subject} is no producer of evidence. Ask who runs the portal to name it in evidence.producers.`,
      );
    }
    if (isServicePrincipal(credentials)) {
      return;
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: evidenceRecordCreatePermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `${evidenceRecordCreatePermission.name} is not allowed for ${subject}. Push with the token of a pipeline, or ask an administrator of the portal for the permission.`,
      );
    }
  }

  async pushRecords(
    request: PushRecordsRequest,
    options: EvidenceCallOptions,
  ): Promise<PushRecordsResponse> {
    const { credentials } = options;
    await this.assertMayPush(options);
    return this.#manager.pushRecords(
      {
        ...request,
        checkTarget: target => this.#checkTarget(target, credentials),
        checkClaim: claim => this.#checkClaim(claim, credentials),
        nearNames: ref => this.#nearNames(ref, credentials),
      },
      options,
    );
  }

  async listRecords(
    request: ListRecordsRequest,
    options: EvidenceCallOptions,
  ): Promise<EvidenceRecordPage> {
    await this.#assertRead(options, request.entityRef);
    return this.#manager.listRecords(request, options);
  }

  async getRecordFacets(
    request: { entityRef: string },
    options: EvidenceCallOptions,
  ): Promise<RecordFacets> {
    await this.#assertRead(options, request.entityRef);
    return this.#manager.getRecordFacets(request, options);
  }

  async getRecord(
    request: { id: string },
    options: EvidenceCallOptions,
  ): Promise<RecordWithFacts> {
    const record = await this.#manager.getRecord(request, options);
    await this.#assertRecord(record, evidenceRecordReadPermission, options);
    return record;
  }

  async getContent(
    request: { id: string },
    options: EvidenceCallOptions,
  ): Promise<EvidenceContent> {
    // By its record first: whether bytes are kept is nothing for those who may not see them.
    const record = await this.#manager.getRecord(request, options);
    await this.#assertRecord(record, evidenceContentReadPermission, options);
    return this.#manager.getContent(request, options);
  }

  async getLatestFacts(
    request: LatestFactsRequest,
    options: EvidenceCallOptions,
  ): Promise<Fact[]> {
    const entityRefs = await this.#visibleRefs(request.entityRefs, options);
    return entityRefs.length === 0
      ? []
      : this.#manager.getLatestFacts({ ...request, entityRefs }, options);
  }

  async getFactSheets(
    request: FactSheetsRequest,
    options: EvidenceCallOptions,
  ): Promise<StoredFactSheet[]> {
    const entityRefs = await this.#visibleRefs(request.entityRefs, options);
    return entityRefs.length === 0
      ? []
      : this.#manager.getFactSheets({ ...request, entityRefs }, options);
  }

  async getEntityFacts(
    request: EntityFactsRequest,
    options: EvidenceCallOptions,
  ): Promise<Fact[]> {
    await this.#assertRead(options, request.entityRef);
    return this.#manager.getEntityFacts(request, options);
  }

  async getFactHistory(
    request: FactHistoryRequest,
    options: EvidenceCallOptions,
  ): Promise<Fact[]> {
    await this.#assertRead(options, request.entityRef);
    return this.#manager.getFactHistory(request, options);
  }

  async getChanges(
    request: { after: number; limit?: number },
    options: EvidenceCallOptions,
  ): Promise<ChangePage<EvidenceChangeType>> {
    if (!isServicePrincipal(options.credentials)) {
      throw new NotAllowedError(
        'The change feed names every entity and is for services only; users read records and facts.',
      );
    }
    return this.#manager.getChanges(request, options);
  }

  async putFacts(
    request: PutFactsRequest,
    options: EvidenceCallOptions,
  ): Promise<PutFactsResponse> {
    // Of which names is checked fact by fact.
    pluginOf(options.credentials);
    return this.#manager.putFacts(request, options);
  }

  /** Those of the refs that the caller may read evidence of. */
  async #visibleRefs(
    entityRefs: string[],
    { credentials }: EvidenceCallOptions,
  ): Promise<string[]> {
    const most = isServicePrincipal(credentials)
      ? MAX_REFS.service
      : MAX_REFS.user;
    const asked = [...new Set(entityRefs)];
    if (asked.length === 0 || asked.length > most) {
      throw new InputError(
        `entityRefs: must name 1 to ${most} entities; an empty list does not mean all.`,
      );
    }
    const restriction = await this.#access.restrict(
      credentials,
      evidenceRecordReadPermission,
    );
    const seen = await this.#entities.within(asked, restriction);
    if (seen.length === asked.length) return seen;
    // The others are hidden from the caller, or not projected yet.
    await this.#catalog.find(asked);
    return this.#entities.within(asked, restriction);
  }

  async #assertRead(
    { credentials }: EvidenceCallOptions,
    entityRef: string,
  ): Promise<void> {
    await this.#catalog.find([entityRef]);
    await this.#access.assert(credentials, evidenceRecordReadPermission, [
      entityRef,
    ]);
  }

  /** As for the entity, but without telling which entity it is to whoever may not see it. */
  async #assertRecord(
    record: { id: string; entityRef: string },
    permission: ResourcePermission,
    { credentials }: EvidenceCallOptions,
  ): Promise<void> {
    try {
      await this.#access.assert(credentials, permission, [record.entityRef]);
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        throw new NotFoundError(`There is no evidence record ${record.id}.`);
      }
      throw error;
    }
  }

  /** People need the permission for the entity, and everybody a rule that may apply. */
  async #checkTarget(
    target: PushTarget,
    credentials: BackstageCredentials,
  ): Promise<ItemError | undefined> {
    const denied = isServicePrincipal(credentials)
      ? undefined
      : await this.#checkPermission(target.entity.entityRef, credentials);
    return denied ?? this.#checkClaim({ ...target, readings: [] }, credentials);
  }

  #checkClaim(
    claim: PushTarget & Pick<PushClaim, 'readings'>,
    credentials: BackstageCredentials,
  ): ItemError | undefined {
    return checkClaim(rulesOf(this.#producers, subjectOf(credentials)), {
      ...claim,
      entityRef: claim.entity.entityRef,
      entity: claim.entity.entity,
    });
  }

  async #checkPermission(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<ItemError | undefined> {
    try {
      await this.#access.assert(credentials, evidenceRecordCreatePermission, [
        entityRef,
      ]);
      return undefined;
    } catch (error) {
      if (isError(error) && error.name === 'NotAllowedError') {
        return itemError('NotAllowed', 'entity', `entity: ${error.message}.`);
      }
      if (isError(error) && error.name === 'NotFoundError') {
        return unknownEntity(
          entityRef,
          await this.#nearNames(entityRef, credentials),
        );
      }
      throw error;
    }
  }

  async #nearNames(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    const restriction = await this.#access.restrict(
      credentials,
      evidenceRecordReadPermission,
    );
    return restriction.unknownRule
      ? []
      : this.#catalog.nearNames(entityRef, restriction.filter);
  }
}
