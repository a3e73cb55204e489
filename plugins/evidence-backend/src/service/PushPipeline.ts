import { LoggerService } from '@backstage/backend-plugin-api';
import { ProjectedEntity } from '@maestro-conductor/backend-kit';
import {
  EvidenceReader,
  EvidenceRecord,
  FactReading,
  ItemError,
  Pace,
} from '@maestro-conductor/plugin-evidence-common';
import { NewRecord } from '../database/operations/addRecords';
import { NewFact } from '../database/operations/writeFacts';
import { withDerivedFacts } from '../domain/derivedFacts';
import { safeFileName, safeMediaType } from '../domain/fileNames';
import {
  evidenceFreshUntil,
  factFreshUntil,
  FreshnessRules,
} from '../domain/freshness';
import { isItemError, itemError } from '../domain/itemError';
import { ParsedItem } from '../domain/manifest';
import { Artifact, readArtifact } from '../domain/readArtifact';
import { checkReadings } from '../domain/readings';
import { checkTenant } from '../domain/tenant';
import { unknownEntity } from '../domain/unknownEntity';
import { notAfterReceipt, parseIsoTime } from '../domain/time';
import { CatalogSync } from './CatalogSync';
import { PushRecordsRequest, UploadedFile } from './types';

/** Who pushed, when it was received, and those of the entities named that exist, by ref. */
export interface PushContext {
  producer: string;
  receivedAt: Date;
  entities: ReadonlyMap<string, ProjectedEntity>;
}

/** Takes one item of a push from its line in the manifest to what is to be kept of it. */
export class PushPipeline {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogSync, 'nearNames'>;
      readers: readonly EvidenceReader[];
      /** By which readers give way to the rest of the process. */
      pace: Pace;
      freshness: FreshnessRules;
      newId: () => string;
      logger: LoggerService;
    },
  ) {}

  /** What is to be kept of an item, or why it is refused. Keeps nothing itself. */
  async prepare(
    item: ParsedItem,
    request: PushRecordsRequest,
    context: PushContext,
  ): Promise<NewRecord | ItemError> {
    const file = request.files.get(item.file);
    if (!file) {
      return itemError(
        'MissingFile',
        'file',
        `file: the request has no file part named '${item.file}'.`,
      );
    }
    const entity = context.entities.get(item.entityRef);
    if (!entity) {
      return this.#unknown(item.entityRef, request);
    }
    const stopped = await request.checkTarget?.({
      entity,
      kind: item.kind,
      environment: item.environment,
    });
    if (stopped) {
      return stopped;
    }
    const wrongTenant = checkTenant({
      sent: item.tenant,
      ofEntity: entity.tenant,
    });
    if (wrongTenant) {
      return wrongTenant;
    }

    const content = await file.read();
    const artifact = await this.#read(content, item);
    if (isItemError(artifact)) {
      return artifact;
    }
    const readings = checkReadings(artifact.readings, context);
    if (isItemError(readings)) {
      return readings;
    }
    const refused = request.checkClaim?.({
      entity,
      kind: artifact.kind,
      environment: item.environment,
      readings,
    });
    if (refused) {
      return refused;
    }
    const observedAt = observationTime(item, artifact, context.receivedAt);
    if (isItemError(observedAt)) {
      return observedAt;
    }
    const record = this.#record({
      item,
      file,
      entity,
      artifact,
      observedAt,
      size: content.byteLength,
      context,
    });
    const facts = this.#facts(record, readings);
    return { record, content, facts };
  }

  async #unknown(
    entityRef: string,
    request: PushRecordsRequest,
  ): Promise<ItemError> {
    const near = await (request.nearNames?.(entityRef) ??
      this.options.catalog.nearNames(entityRef));
    return unknownEntity(entityRef, near);
  }

  async #read(
    content: Buffer,
    item: ParsedItem,
  ): Promise<Artifact | ItemError> {
    try {
      return await readArtifact(content, {
        kind: item.kind,
        readers: this.options.readers,
        pace: this.options.pace,
      });
    } catch (error) {
      // A reader answers, it does not throw: this is our fault, and concerns this one item only.
      this.options.logger.error(
        `A reader failed on a file pushed for ${item.entityRef}`,
        error instanceof Error ? error : new Error(String(error)),
      );
      return itemError(
        'ReaderFailed',
        'file',
        'file: could not be read because of a fault in the portal, which is in its log. The file was not kept; push it again later.',
      );
    }
  }

  #record(options: {
    item: ParsedItem;
    file: UploadedFile;
    entity: ProjectedEntity;
    artifact: Artifact;
    observedAt: Date;
    size: number;
    context: PushContext;
  }): EvidenceRecord {
    const { item, file, entity, artifact, observedAt, context } = options;
    const freshUntil = evidenceFreshUntil(this.options.freshness, {
      kind: artifact.kind,
      observedAt,
    });
    return {
      id: this.options.newId(),
      tenant: entity.tenant,
      entityRef: entity.entityRef,
      kind: artifact.kind,
      format: artifact.format,
      mediaType: artifact.mediaType || safeMediaType(file.mediaType),
      fileName: safeFileName(file.fileName),
      sha256: file.sha256,
      size: options.size,
      producer: context.producer,
      environment: item.environment,
      commit: item.commit,
      ref: item.ref,
      defaultBranch: item.defaultBranch,
      run: item.run,
      attempt: item.attempt,
      ...(item.runUrl && { runUrl: item.runUrl }),
      observedAt: observedAt.toISOString(),
      receivedAt: context.receivedAt.toISOString(),
      ...(freshUntil && { freshUntil: freshUntil.toISOString() }),
    };
  }

  #facts(record: EvidenceRecord, readings: FactReading[]): NewFact[] {
    const { kind } = record;
    const observedAt = new Date(record.observedAt);
    return withDerivedFacts(readings, { kind, observedAt }).map(reading => ({
      ...reading,
      tenant: record.tenant,
      entityRef: record.entityRef,
      environment: record.environment,
      commit: record.commit,
      ref: record.ref,
      defaultBranch: record.defaultBranch,
      observedAt,
      receivedAt: new Date(record.receivedAt),
      freshUntil: factFreshUntil(this.options.freshness, {
        ...reading,
        kind,
        observedAt,
      }),
      source: `evidence:${kind}`,
      recordId: record.id,
    }));
  }
}

/** What the manifest says, else what the artifact says, else the time of receipt; never later than that. */
function observationTime(
  item: ParsedItem,
  artifact: Artifact,
  receivedAt: Date,
): Date | ItemError {
  const time =
    item.observedAt ??
    (artifact.observedAt === undefined
      ? receivedAt
      : parseIsoTime(artifact.observedAt));
  if (!time) {
    return itemError(
      'UnreadableArtifact',
      'observedAt',
      `observedAt: the file says it was made at '${artifact.observedAt?.slice(
        0,
        40,
      )}', which is no ISO 8601 time with its offset.`,
    );
  }
  return notAfterReceipt({ field: 'observedAt', time, receivedAt });
}
