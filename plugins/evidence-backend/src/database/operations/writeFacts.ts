import { ChangeFeed, insertValues } from '@maestro-conductor/backend-kit';
import {
  EvidenceChangeType,
  FactReading,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { DbFactRow } from '../tables';
import { chunks } from './chunks';
import { lockFactSheets, writeFactSheets } from './writeFactSheets';

/** A fact about to be written. */
export interface NewFact extends FactReading {
  tenant: string;
  entityRef: string;
  environment: string;
  commit: string;
  ref: string;
  defaultBranch: boolean;
  observedAt: Date;
  receivedAt: Date;
  freshUntil?: Date;
  source: string;
  recordId?: string;
  /** Its source says nothing any more: reads answer as if there were no fact. */
  retracted?: boolean;
}

/** What to put on the change feed, last in the same transaction. */
export type FactChange = Parameters<
  ChangeFeed<EvidenceChangeType>['append']
>[1][number];

const IF_LATER = `on conflict (tenant, entity_ref, environment, name)
  do update set observed_at = excluded.observed_at, seq = excluded.seq
  where (excluded.observed_at, excluded.seq) > (latest_facts.observed_at, latest_facts.seq)
  returning seq`;

const ROWS_PER_STATEMENT = 100;
const BACKDATED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Adds facts to the history and, where they are of the default branch, makes each the latest unless a later (observed_at, seq) is kept.
 *
 * A (tenant, entity, environment, name) may be there several times, but once for each record and moment: those observed at the same time count in
 * the order given. Rows of `fact_sheets` and then of `latest_facts` are taken in the order of their key, so that two writers never wait
 * for each other in a circle. The caller appends the returned changes to the feed.
 */
export async function writeFacts(
  tx: Knex.Transaction,
  facts: NewFact[],
): Promise<FactChange[]> {
  const keyed = facts.map(fact => ({ fact, key: keyOf(fact) }));
  keyed.sort((a, b) => Number(a.key > b.key) - Number(a.key < b.key));
  const sorted = keyed.map(({ fact }) => fact);
  // All before the first portion: it is the order in one statement that keeps writers from a circle.
  const sheets = await lockFactSheets(
    tx,
    sorted.filter(fact => fact.defaultBranch),
  );
  const backdated = new Map<string, FactChange>();
  const changes = new Map<string, FactChange>();
  for (const chunk of chunks(sorted, ROWS_PER_STATEMENT)) {
    const written = await insertHistory(tx, chunk);
    const ofDefaultBranch = written.filter(({ fact }) => fact.defaultBranch);
    const candidates = latestOf(ofDefaultBranch);
    const won = await updateLatest(tx, [...candidates.values()]);
    await writeFactSheets(tx, sheets, won);
    const latest = new Set(won);
    for (const { fact } of ofDefaultBranch) {
      const { tenant, entityRef, environment } = fact;
      const change = { tenant, entityRef, ref: environment };
      const key = JSON.stringify(change);
      const age = fact.receivedAt.getTime() - fact.observedAt.getTime();
      const candidate = candidates.get(keyOf(fact))!.fact;
      // One of the same moment that came with it is no reason: both stand at the same place of the history.
      const isOvertaken =
        !latest.has(candidate) || fact.observedAt < candidate.observedAt;
      if (isOvertaken || age > BACKDATED_AFTER_MS) {
        backdated.set(key, { ...change, type: 'facts-backdated' });
      }
      changes.set(key, { ...change, type: 'facts' });
    }
  }
  return [...changes].map(([key, change]) => backdated.get(key) ?? change);
}

interface WrittenFact {
  fact: NewFact;
  seq: number;
}

async function insertHistory(
  tx: Knex.Transaction,
  facts: NewFact[],
): Promise<WrittenFact[]> {
  const rows = await insertValues<Omit<DbFactRow, 'seq'>, DbFactRow>(
    tx,
    facts.map(toRow),
    {
      table: 'facts',
      conflict:
        'returning seq, tenant, entity_ref, environment, name, record_id, observed_at',
    },
  );
  const seqs = new Map(
    rows.map(row => [
      keyInRecord({
        ...row,
        entityRef: row.entity_ref,
        recordId: row.record_id ?? undefined,
        observedAt: new Date(row.observed_at),
      }),
      Number(row.seq),
    ]),
  );
  return facts.map(fact => ({ fact, seq: seqs.get(keyInRecord(fact))! }));
}

/** By key the one of greatest (observedAt, seq), in the order of the keys. */
function latestOf(written: readonly WrittenFact[]): Map<string, WrittenFact> {
  const latest = new Map<string, WrittenFact>();
  for (const candidate of written) {
    const key = keyOf(candidate.fact);
    const known = latest.get(key);
    if (!known || isLater(candidate, known)) {
      latest.set(key, candidate);
    }
  }
  return latest;
}

function isLater(a: WrittenFact, b: WrittenFact): boolean {
  const difference = a.fact.observedAt.getTime() - b.fact.observedAt.getTime();
  return difference > 0 || (difference === 0 && a.seq > b.seq);
}

/** Takes facts with different keys. @returns Those that are the latest now. */
async function updateLatest(
  tx: Knex.Transaction,
  written: readonly WrittenFact[],
): Promise<NewFact[]> {
  if (written.length === 0) {
    return [];
  }
  const won = await insertValues<object, Pick<DbFactRow, 'seq'>>(
    tx,
    written.map(({ fact, seq }) => ({
      tenant: fact.tenant,
      entity_ref: fact.entityRef,
      environment: fact.environment,
      name: fact.name,
      observed_at: fact.observedAt,
      seq,
    })),
    { table: 'latest_facts', conflict: IF_LATER },
  );
  const latest = new Set(won.map(row => Number(row.seq)));
  return written.filter(({ seq }) => latest.has(seq)).map(({ fact }) => fact);
}

function keyInRecord(
  fact: Parameters<typeof keyOf>[0] & Pick<NewFact, 'recordId' | 'observedAt'>,
): string {
  return [keyOf(fact), fact.recordId ?? '', fact.observedAt.getTime()].join(
    '\n',
  );
}

function keyOf(
  fact: Pick<NewFact, 'tenant' | 'entityRef' | 'environment' | 'name'>,
): string {
  return [fact.tenant, fact.entityRef, fact.environment, fact.name].join('\n');
}

function toRow(fact: NewFact): Omit<DbFactRow, 'seq'> {
  return {
    tenant: fact.tenant,
    entity_ref: fact.entityRef,
    environment: fact.environment,
    name: fact.name,
    type: fact.type,
    value: JSON.stringify(fact.value),
    unit: fact.unit ?? null,
    commit: fact.commit,
    ref: fact.ref,
    default_branch: fact.defaultBranch,
    observed_at: fact.observedAt,
    received_at: fact.receivedAt,
    fresh_until: fact.freshUntil ?? null,
    source: fact.source,
    record_id: fact.recordId ?? null,
    retracted: fact.retracted ?? false,
  };
}
