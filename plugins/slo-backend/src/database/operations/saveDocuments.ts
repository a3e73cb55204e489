import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  insertValues,
  lockForTransaction,
  whereOneOf,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { SettledObjective } from '../../domain/settleClaims';
import { DocumentRow, ObjectiveRow } from '../documentRows';
import { DocumentUpdate } from '../ObjectiveStore';

/** Rows of one statement: a few milliseconds of work. */
const CHUNK = 100;

const replace = (columns: readonly string[]) =>
  `on conflict ("id") do update set ${columns
    .map(column => `"${column}" = excluded."${column}"`)
    .join(', ')}`;

const DOCUMENT_PLACE = ['location', 'kind', 'entity_ref', 'entity_etag'];
const READ = [
  ...DOCUMENT_PLACE,
  'digest',
  'problems',
  'read_at',
  'good_at',
  'error',
];
const FAILED = [...DOCUMENT_PLACE, 'read_at', 'error'];
const OBJECTIVE = [
  'title',
  'definition',
  'queries',
  'digest',
  'document',
  'line',
  'window',
  'removed_at',
];

/** One writer of declarations at a time. */
async function lockDeclarations(tx: Knex.Transaction): Promise<void> {
  await lockForTransaction(tx, 'slo-declarations');
}

/** @see ObjectiveStore */
export async function saveDocuments(
  tx: Knex.Transaction,
  updates: readonly DocumentUpdate[],
  now: Date,
): Promise<void> {
  await lockDeclarations(tx);
  const rows = updates.map(update => toDocumentRow(update, now));
  await insertValues(
    tx,
    rows.filter(({ error }) => error === null),
    { table: 'documents', conflict: replace(READ) },
  );
  await insertValues(
    tx,
    rows.filter(({ error }) => error !== null),
    { table: 'documents', conflict: replace(FAILED) },
  );
  const read = updates.flatMap(update =>
    'read' in update
      ? [{ id: update.place.id, objectives: update.read.objectives }]
      : [],
  );
  await saveObjectives(tx, read, now);
}

async function saveObjectives(
  tx: Knex.Transaction,
  documents: readonly { id: string; objectives: SettledObjective[] }[],
  now: Date,
): Promise<void> {
  const wanted = new Map(
    documents.flatMap(({ id, objectives }) =>
      objectives.map(objective => [
        objective.id,
        toObjectiveRow(objective, id),
      ]),
    ),
  );
  const kept = new Map<string, ObjectiveRow>();
  const ids = [...wanted.keys()].sort();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const rows: ObjectiveRow[] = await whereOneOf(
      tx,
      tx('objectives'),
      'id',
      ids.slice(start, start + CHUNK),
    );
    for (const row of rows) kept.set(row.id, row);
    await nextTurn();
  }
  // Most readings say what is known: then nothing is written.
  const changed = ids.flatMap(id => {
    const row = wanted.get(id)!;
    const before = kept.get(id);
    return before && isSame(before, row) ? [] : [row];
  });
  for (let start = 0; start < changed.length; start += CHUNK) {
    await insertValues(tx, changed.slice(start, start + CHUNK), {
      table: 'objectives',
      conflict: replace(OBJECTIVE),
    });
    await nextTurn();
  }
  const declared: string[] = await whereOneOf(
    tx,
    tx('objectives').whereNull('removed_at'),
    'document',
    documents.map(({ id }) => id),
  )
    .orderBy('id')
    .pluck('id');
  const removed = declared.filter(id => !wanted.has(id));
  if (removed.length > 0) {
    await whereOneOf(tx, tx('objectives'), 'id', removed).update({
      removed_at: now,
    });
  }
}

/** @see ObjectiveStore */
export async function forgetDocuments(
  tx: Knex.Transaction,
  ids: readonly string[],
  now: Date,
): Promise<void> {
  await lockDeclarations(tx);
  await whereOneOf(
    tx,
    tx('objectives').whereNull('removed_at'),
    'document',
    ids,
  ).update({ removed_at: now });
  await whereOneOf(tx, tx('documents'), 'id', ids).delete();
}

function isSame(before: ObjectiveRow, row: ObjectiveRow): boolean {
  return OBJECTIVE.every(
    column =>
      before[column as keyof ObjectiveRow] ===
      row[column as keyof ObjectiveRow],
  );
}

function toDocumentRow(update: DocumentUpdate, now: Date): DocumentRow {
  const { id, location, folder, entityRef, entityEtag } = update.place;
  const read = 'read' in update ? update.read : undefined;
  return {
    id,
    location,
    kind: folder === undefined ? 'entity' : 'folder',
    entity_ref: entityRef ?? null,
    entity_etag: entityEtag ?? null,
    digest: read?.digest ?? null,
    problems: JSON.stringify(read?.problems ?? []),
    read_at: now,
    good_at: read ? now : null,
    error: 'error' in update ? update.error : null,
  };
}

function toObjectiveRow(
  { id, tenant, definition, queries }: SettledObjective,
  document: string,
): ObjectiveRow {
  return {
    id,
    tenant,
    entity_ref: definition.entityRef,
    environment: definition.environment,
    slo: definition.slo,
    objective: definition.objective,
    title: definition.title,
    definition: JSON.stringify(definition),
    queries: JSON.stringify(queries),
    digest: definition.digest,
    document,
    line: definition.at.line,
    window: definition.window.duration,
    removed_at: null,
  };
}
