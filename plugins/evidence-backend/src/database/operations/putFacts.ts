import { ChangeFeed, wantedRows } from '@maestro-conductor/backend-kit';
import { EvidenceChangeType } from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { DbFactRow } from '../tables';
import { NewFact, writeFacts } from './writeFacts';
import { lockFactSheets } from './writeFactSheets';

/**
 * Keeps facts that come without a record, and tells the feed, in one transaction. Of the same entity, environment, name and time the value
 * that was told last counts; a fact that says just that is not written again, also where two callers put it at the same time.
 *
 * @returns How many were written.
 */
export async function putFacts(
  options: { knex: Knex; feed: ChangeFeed<EvidenceChangeType> },
  facts: readonly NewFact[],
  now: Date,
): Promise<number> {
  if (facts.length === 0) return 0;
  return options.knex.transaction(async tx => {
    // Before what is kept is read: whoever else puts facts of these entities waits, and then finds what was written here.
    await lockFactSheets(tx, facts);
    const unknown = await withoutKept(tx, facts);
    const changes = await writeFacts(tx, unknown);
    await options.feed.append(tx, changes, now);
    return unknown.length;
  });
}

/** Those that differ from what is kept of their moment; the last of those of one moment. */
async function withoutKept(
  tx: Knex.Transaction,
  facts: readonly NewFact[],
): Promise<NewFact[]> {
  const byMoment = new Map(facts.map(fact => [momentOf(fact), fact]));
  const kept = await readKept(tx, facts);
  return [...byMoment]
    .filter(([moment, fact]) => kept.get(moment) !== contentOf(fact))
    .map(([, fact]) => fact);
}

/** What is kept of the names within the times of facts, by moment. */
async function readKept(
  tx: Knex.Transaction,
  facts: readonly NewFact[],
): Promise<Map<string, string>> {
  const names = new Map(
    facts.map(({ tenant, entityRef, environment, name }) => [
      [tenant, entityRef, environment, name].join('\n'),
      { tenant, entity_ref: entityRef, environment, name },
    ]),
  );
  const wanted = wantedRows(
    tx,
    'wanted',
    { tenant: 'text', entity_ref: 'text', environment: 'text', name: 'text' },
    [...names.values()],
  );
  const times = facts.map(({ observedAt }) => observedAt.getTime());
  const rows: DbFactRow[] = await tx
    .from(wanted)
    .join('facts as f', join =>
      join
        .on('f.tenant', '=', 'wanted.tenant')
        .andOn('f.entity_ref', '=', 'wanted.entity_ref')
        .andOn('f.name', '=', 'wanted.name')
        .andOn('f.environment', '=', 'wanted.environment'),
    )
    .where('f.observed_at', '>=', new Date(Math.min(...times)))
    .where('f.observed_at', '<=', new Date(Math.max(...times)))
    .orderBy('f.seq')
    .select('f.*');
  return new Map(
    rows.map(row => [
      momentOf({
        ...row,
        entityRef: row.entity_ref,
        observedAt: new Date(row.observed_at),
      }),
      contentOf({
        ...row,
        value: JSON.parse(row.value),
        unit: row.unit ?? undefined,
        retracted: Boolean(row.retracted),
      }),
    ]),
  );
}

function momentOf(
  fact: Pick<
    NewFact,
    'tenant' | 'entityRef' | 'environment' | 'name' | 'observedAt'
  >,
): string {
  const { tenant, entityRef, environment, name, observedAt } = fact;
  return [tenant, entityRef, environment, name, observedAt.getTime()].join(
    '\n',
  );
}

function contentOf(fact: {
  type: string;
  value: unknown;
  unit?: string;
  source: string;
  retracted?: boolean;
}): string {
  const { type, value, unit, source, retracted } = fact;
  return JSON.stringify([type, value, unit, source, retracted ?? false]);
}
