import { insertValues } from '@maestro-conductor/backend-kit';
import {
  FactSheet,
  SheetUpdate,
  updateSheet,
} from '@maestro-conductor/plugin-evidence-node';
import { Knex } from 'knex';
import { NewFact } from './writeFacts';

type SheetKey = Pick<NewFact, 'tenant' | 'entityRef' | 'environment'>;

interface SheetRow {
  tenant: string;
  entity_ref: string;
  environment: string;
  sheet: string;
}

const EMPTY = JSON.stringify({ origins: [], facts: [] } satisfies FactSheet);

const KEY = '(tenant, entity_ref, environment)';
/** Changes nothing, and so locks and gives back those that are there. */
const TAKE = `on conflict ${KEY} do update set environment = excluded.environment
  returning tenant, entity_ref, environment, sheet`;
const REPLACE = `on conflict ${KEY} do update set sheet = excluded.sheet`;

/** Sheets that are locked until the end of the transaction, by key. */
export type LockedSheets = Map<string, SheetRow>;

/**
 * Takes the sheets that facts belong to, in the order of their key, making those that are missing: no other writer changes them, nor
 * what they are made of, before the transaction ends. So a sheet never lacks what another writer has just added.
 */
export async function lockFactSheets(
  tx: Knex.Transaction,
  facts: readonly SheetKey[],
): Promise<LockedSheets> {
  const keys = new Map(facts.map(fact => [keyOf(fact), fact]));
  const rows = [...keys]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { tenant, entityRef, environment }]) => ({
      tenant,
      entity_ref: entityRef,
      environment,
    }));
  if (rows.length === 0) return new Map();
  const locked = await insertValues<SheetRow, SheetRow>(
    tx,
    rows.map(row => ({ ...row, sheet: EMPTY })),
    { table: 'fact_sheets', conflict: TAKE },
  );
  return new Map(
    locked.map(row => [keyOf({ ...row, entityRef: row.entity_ref }), row]),
  );
}

/** Puts facts that have become the latest on their sheets. */
export async function writeFactSheets(
  tx: Knex.Transaction,
  sheets: LockedSheets,
  facts: readonly NewFact[],
): Promise<void> {
  const updates = new Map<string, SheetUpdate[]>();
  for (const fact of facts) {
    const key = keyOf(fact);
    const list = updates.get(key);
    if (list) list.push(toUpdate(fact));
    else updates.set(key, [toUpdate(fact)]);
  }
  const rows = [...updates].map(([key, changed]): SheetRow => {
    const row = sheets.get(key)!;
    const sheet = updateSheet(JSON.parse(row.sheet) as FactSheet, changed);
    return { ...row, sheet: JSON.stringify(sheet) };
  });
  if (rows.length === 0) return;
  await insertValues(tx, rows, { table: 'fact_sheets', conflict: REPLACE });
  rows.forEach(row =>
    sheets.set(keyOf({ ...row, entityRef: row.entity_ref }), row),
  );
}

function toUpdate(fact: NewFact): SheetUpdate {
  return {
    name: fact.name,
    type: fact.type,
    unit: fact.unit,
    value: fact.retracted ? undefined : fact.value,
    origin: [
      fact.commit,
      fact.ref,
      fact.observedAt.toISOString(),
      fact.freshUntil?.toISOString() ?? null,
      fact.source,
      fact.recordId ?? null,
    ],
  };
}

function keyOf({ tenant, entityRef, environment }: SheetKey): string {
  return [tenant, entityRef, environment].join('\n');
}
