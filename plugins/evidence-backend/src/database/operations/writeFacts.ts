import { ChangeFeed } from '@maestro-conductor/backend-kit';
import {
  EvidenceChangeType,
  FactReading,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { DbFactRow } from '../tables';
import { chunks } from './chunks';

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

const ROWS_PER_STATEMENT = 100;
const BACKDATED_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Adds facts to the history and, where they are of the default branch, makes each the latest unless a later (observed_at, seq) is kept.
 *
 * Each (tenant, entity, environment, name) may be there once. Rows of `latest_facts` are taken in the order of their key, so that two
 * writers never wait for each other. The caller appends the returned changes to the feed.
 */
export async function writeFacts(
  tx: Knex.Transaction,
  facts: NewFact[],
): Promise<FactChange[]> {
  const sorted = [...facts].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const backdated = new Map<string, FactChange>();
  const changes = new Map<string, FactChange>();
  for (const chunk of chunks(sorted, ROWS_PER_STATEMENT)) {
    const written = await insertHistory(tx, chunk);
    const ofDefaultBranch = written.filter(({ fact }) => fact.defaultBranch);
    const overtaken = await updateLatest(tx, ofDefaultBranch);
    for (const { fact, seq } of ofDefaultBranch) {
      const { tenant, entityRef, environment } = fact;
      const change = { tenant, entityRef, ref: environment };
      const key = JSON.stringify(change);
      const age = fact.receivedAt.getTime() - fact.observedAt.getTime();
      if (overtaken.has(seq) || age > BACKDATED_AFTER_MS) {
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
  const rows = await tx<DbFactRow>('facts')
    .insert(facts.map(toRow))
    .returning(['seq', 'tenant', 'entity_ref', 'environment', 'name']);
  const seqs = new Map(
    rows.map(row => [
      keyOf({ ...row, entityRef: row.entity_ref }),
      Number(row.seq),
    ]),
  );
  return facts.map(fact => ({ fact, seq: seqs.get(keyOf(fact))! }));
}

/** @returns The seqs of those that were not the latest when they came. */
async function updateLatest(
  tx: Knex.Transaction,
  written: WrittenFact[],
): Promise<Set<number>> {
  if (written.length === 0) {
    return new Set();
  }
  const won = await tx('latest_facts')
    .insert(
      written.map(({ fact, seq }) => ({
        tenant: fact.tenant,
        entity_ref: fact.entityRef,
        environment: fact.environment,
        name: fact.name,
        observed_at: fact.observedAt,
        seq,
      })),
    )
    .onConflict(['tenant', 'entity_ref', 'environment', 'name'])
    .merge(['observed_at', 'seq'])
    .whereRaw(
      '(excluded.observed_at, excluded.seq) > (latest_facts.observed_at, latest_facts.seq)',
    )
    .returning('seq');
  const latest = new Set(won.map(row => Number(row.seq)));
  return new Set(written.map(({ seq }) => seq).filter(seq => !latest.has(seq)));
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
