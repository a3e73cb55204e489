import { Knex } from 'knex';
import { FactReading } from '@maestro-conductor/plugin-evidence-common';
import { DbFactRow } from '../tables';
import { chunks } from './chunks';
import { FactChange, NewFact, writeFacts } from './writeFacts';

/** All that the collectors say about one entity now. */
export interface CollectedFacts {
  tenant: string;
  entityRef: string;
  /** `source` as it is kept, `collector:<name>`. */
  facts: Array<FactReading & { source: string }>;
  /** Sources that could not be asked; what they said before is left as it is. */
  failedSources: string[];
}

const ENTITIES_PER_STATEMENT = 100;

/**
 * Writes what differs from what is kept: new and changed values, and a retraction for what a collector no longer says. What is
 * unchanged is not written again, so that the history holds changes only.
 */
export async function writeCatalogFacts(
  tx: Knex.Transaction,
  collected: CollectedFacts[],
  now: Date,
): Promise<FactChange[]> {
  const changed: NewFact[] = [];
  for (const chunk of chunks(collected, ENTITIES_PER_STATEMENT)) {
    const kept = await keptFacts(tx, chunk);
    for (const entity of chunk) {
      const known = kept.get(keyOf(entity.tenant, entity.entityRef));
      changed.push(...difference(entity, known ?? [], now));
    }
  }
  return writeFacts(tx, changed);
}

function difference(
  entity: CollectedFacts,
  kept: DbFactRow[],
  now: Date,
): NewFact[] {
  const bound = {
    tenant: entity.tenant,
    entityRef: entity.entityRef,
    environment: '',
    commit: '',
    ref: '',
    defaultBranch: true,
    observedAt: now,
    receivedAt: now,
  };
  const keptByName = new Map(kept.map(row => [row.name, row]));
  const said = new Set(entity.facts.map(fact => fact.name));
  const differing = entity.facts.filter(fact => {
    const row = keptByName.get(fact.name);
    return (
      !row ||
      Boolean(row.retracted) ||
      row.value !== JSON.stringify(fact.value) ||
      row.type !== fact.type ||
      row.unit !== (fact.unit ?? null) ||
      row.source !== fact.source
    );
  });
  const gone = kept.filter(
    row =>
      !row.retracted &&
      !said.has(row.name) &&
      !entity.failedSources.includes(row.source),
  );
  return [
    ...differing.map(fact => ({ ...fact, ...bound })),
    ...gone.map(row => ({
      name: row.name,
      type: row.type as NewFact['type'],
      value: JSON.parse(row.value),
      unit: row.unit ?? undefined,
      source: row.source,
      ...bound,
      retracted: true,
    })),
  ];
}

async function keptFacts(
  tx: Knex.Transaction,
  entities: CollectedFacts[],
): Promise<Map<string, DbFactRow[]>> {
  const rows: DbFactRow[] = await tx('latest_facts')
    .join('facts', 'facts.seq', 'latest_facts.seq')
    .whereIn(
      'latest_facts.entity_ref',
      entities.map(entity => entity.entityRef),
    )
    .where('latest_facts.environment', '')
    .where('facts.source', 'like', 'collector:%')
    .select('facts.*');
  const byEntity = new Map<string, DbFactRow[]>();
  for (const row of rows) {
    const key = keyOf(row.tenant, row.entity_ref);
    byEntity.set(key, [...(byEntity.get(key) ?? []), row]);
  }
  return byEntity;
}

function keyOf(tenant: string, entityRef: string): string {
  return `${tenant}\n${entityRef}`;
}
