import { stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProjection,
  ChangeFeed,
  EntityFilter,
  EntityRestriction,
  ProjectedEntity,
  tenantOf,
  whileAlone,
} from '@maestro-conductor/backend-kit';
import { EvidenceChangeType } from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { EntityStore, EntityUpdate } from './EntityStore';
import { chunks } from './operations/chunks';
import {
  CollectedFacts,
  writeCatalogFacts,
} from './operations/writeCatalogFacts';

const ROWS_PER_STATEMENT = 200;
/** Read by one statement where only refs are read: 1,000 take about 3 ms. */
const REFS_PER_STATEMENT = 1000;

/** The projection in SQLite or PostgreSQL. */
export class KnexEntityStore implements EntityStore {
  readonly #knex: Knex;
  readonly #projection: CatalogProjection;
  readonly #feed: ChangeFeed<EvidenceChangeType>;

  constructor(options: {
    knex: Knex;
    projection: CatalogProjection;
    feed: ChangeFeed<EvidenceChangeType>;
  }) {
    this.#knex = options.knex;
    this.#projection = options.projection;
    this.#feed = options.feed;
  }

  async etags(): Promise<Map<string, string>> {
    return this.#projection.etags(this.#knex);
  }

  async get(entityRefs: string[]): Promise<Map<string, ProjectedEntity>> {
    return this.#projection.get(this.#knex, entityRefs);
  }

  async nearNames(entityRef: string, filter?: EntityFilter): Promise<string[]> {
    return this.#projection.nearNames(this.#knex, entityRef, 3, filter);
  }

  async within(
    entityRefs: string[],
    restriction: EntityRestriction,
  ): Promise<string[]> {
    const { entities } = this.#projection.tables;
    const column = `${entities}.entity_ref`;
    const refs: string[] = [];
    for (const chunk of chunks(entityRefs, REFS_PER_STATEMENT)) {
      const query = this.#knex(entities)
        .whereIn(column, chunk)
        .whereNull(`${entities}.deleted_at`)
        .orderBy(column);
      refs.push(...(await restriction.apply(query, column).pluck(column)));
    }
    return restriction.unknownRule ? restriction.filterPage(refs) : refs;
  }

  async update(updates: EntityUpdate[], now: Date): Promise<void> {
    if (updates.length === 0) {
      return;
    }
    await this.#knex.transaction(async tx => {
      const refs = updates.map(({ entity }) => stringifyEntityRef(entity));
      await this.#projection.upsert(
        tx,
        updates.map(({ entity }) => entity),
      );
      await replaceReferences(tx, updates);
      const created = updates
        .filter(({ type }) => type === 'entity-created')
        .map(({ entity }) => stringifyEntityRef(entity));
      await enqueue(tx, [...refs, ...(await dependants(tx, created))]);
      await this.#feed.append(
        tx,
        updates.map(({ entity, type }) => ({
          tenant: tenantOf(entity),
          entityRef: stringifyEntityRef(entity),
          type,
          ref: '',
        })),
        now,
      );
    });
  }

  async remove(entityRefs: string[], now: Date): Promise<void> {
    if (entityRefs.length === 0) {
      return;
    }
    await this.#knex.transaction(async tx => {
      const known = await this.#projection.get(tx, entityRefs);
      await this.#projection.remove(tx, entityRefs, now);
      await deleteWhereIn(tx, 'entity_references', entityRefs);
      await deleteWhereIn(tx, 'collect_queue', entityRefs);
      await enqueue(tx, await dependants(tx, entityRefs));
      await this.#feed.append(
        tx,
        [...known.values()].map(({ tenant, entityRef }) => ({
          tenant,
          entityRef,
          type: 'entity-deleted' as const,
          ref: '',
        })),
        now,
      );
    });
  }

  async rebuildGroupClosure(): Promise<void> {
    await this.#knex.transaction(tx =>
      this.#projection.rebuildGroupClosure(tx),
    );
  }

  async whileAlone(name: string, work: () => Promise<void>): Promise<void> {
    await whileAlone(this.#knex, name, work);
  }

  async queueAll(): Promise<void> {
    const refs = [...(await this.etags()).keys()];
    await this.#knex.transaction(tx => enqueue(tx, refs));
  }

  async queued(limit: number): Promise<string[]> {
    return this.#knex('collect_queue')
      .orderBy('entity_ref')
      .limit(limit)
      .pluck('entity_ref');
  }

  async saveCollected(
    entityRefs: string[],
    collected: CollectedFacts[],
    now: Date,
  ): Promise<void> {
    await this.#knex.transaction(async tx => {
      await deleteWhereIn(tx, 'collect_queue', entityRefs);
      const changes = await writeCatalogFacts(tx, collected, now);
      await this.#feed.append(tx, changes, now);
    });
  }
}

async function replaceReferences(
  tx: Knex.Transaction,
  updates: EntityUpdate[],
): Promise<void> {
  const rows = updates.flatMap(({ entity, references }) =>
    [...new Set(references)].map(target => ({
      entity_ref: stringifyEntityRef(entity),
      target_ref: target,
    })),
  );
  await deleteWhereIn(
    tx,
    'entity_references',
    updates.map(({ entity }) => stringifyEntityRef(entity)),
  );
  for (const chunk of chunks(rows, ROWS_PER_STATEMENT)) {
    await tx('entity_references')
      .insert(chunk)
      .onConflict(['entity_ref', 'target_ref'])
      .ignore();
  }
}

async function dependants(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<string[]> {
  const found = new Set<string>();
  for (const chunk of chunks(entityRefs, ROWS_PER_STATEMENT)) {
    const refs: string[] = await tx('entity_references')
      .whereIn('target_ref', chunk)
      .distinct('entity_ref')
      .pluck('entity_ref');
    refs.forEach(ref => found.add(ref));
  }
  return [...found];
}

async function enqueue(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<void> {
  const refs = [...new Set(entityRefs)].sort();
  for (const chunk of chunks(refs, ROWS_PER_STATEMENT)) {
    await tx('collect_queue')
      .insert(chunk.map(ref => ({ entity_ref: ref })))
      .onConflict('entity_ref')
      .ignore();
  }
}

async function deleteWhereIn(
  tx: Knex.Transaction,
  table: 'entity_references' | 'collect_queue',
  entityRefs: string[],
): Promise<void> {
  for (const chunk of chunks(entityRefs, ROWS_PER_STATEMENT)) {
    await tx(table).whereIn('entity_ref', chunk).delete();
  }
}
