import {
  EvidenceKind,
  EvidenceRecord,
  FactType,
} from '@maestro-conductor/plugin-evidence-common';
import { SequencedFact } from '../domain/selectFacts';
import { DbFactRow, DbRecordRow, DbTime, isoOf } from './tables';

/** A record as its row; `id` and times included. */
export function recordToRow(record: EvidenceRecord): DbRecordRow {
  return {
    id: record.id,
    tenant: record.tenant,
    entity_ref: record.entityRef,
    kind: record.kind,
    format: record.format,
    media_type: record.mediaType,
    file_name: record.fileName,
    sha256: record.sha256,
    size: record.size,
    producer: record.producer,
    environment: record.environment,
    commit: record.commit,
    ref: record.ref,
    default_branch: record.defaultBranch,
    run: record.run,
    attempt: record.attempt,
    run_url: record.runUrl ?? null,
    observed_at: new Date(record.observedAt),
    received_at: new Date(record.receivedAt),
    fresh_until: record.freshUntil ? new Date(record.freshUntil) : null,
  };
}

/** A row of `records`, with what `blobs` says of its bytes where that was read too. */
export function rowToRecord(
  row: DbRecordRow & { removed_at?: DbTime | null },
): EvidenceRecord {
  return {
    id: row.id,
    tenant: row.tenant,
    entityRef: row.entity_ref,
    kind: row.kind as EvidenceKind,
    format: row.format,
    mediaType: row.media_type,
    fileName: row.file_name,
    sha256: row.sha256,
    size: Number(row.size),
    producer: row.producer,
    environment: row.environment,
    commit: row.commit,
    ref: row.ref,
    defaultBranch: Boolean(row.default_branch),
    run: row.run,
    attempt: row.attempt,
    ...(row.run_url !== null && { runUrl: row.run_url }),
    observedAt: isoOf(row.observed_at),
    receivedAt: isoOf(row.received_at),
    ...(row.fresh_until !== null && { freshUntil: isoOf(row.fresh_until) }),
    ...(row.removed_at && { contentRemovedAt: isoOf(row.removed_at) }),
  };
}

export function rowToFact(row: DbFactRow): SequencedFact {
  return {
    seq: Number(row.seq),
    fact: {
      tenant: row.tenant,
      entityRef: row.entity_ref,
      environment: row.environment,
      name: row.name,
      type: row.type as FactType,
      value: JSON.parse(row.value),
      ...(row.unit !== null && { unit: row.unit }),
      commit: row.commit,
      ref: row.ref,
      defaultBranch: Boolean(row.default_branch),
      observedAt: isoOf(row.observed_at),
      ...(row.fresh_until !== null && { freshUntil: isoOf(row.fresh_until) }),
      source: row.source,
      ...(row.record_id !== null && { recordId: row.record_id }),
    },
  };
}
