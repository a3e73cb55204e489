import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { Knex } from 'knex';
import { chunked } from '../lib/chunked';
import { lockForTransaction } from '../lib/lockForTransaction';
import { applyEntityFilter } from './applyEntityFilter';
import { assertOuterColumn } from './assertOuterColumn';
import { EntityFilter, EVERY_ENTITY } from './entityFilter';
import { EntityRow, fromRow } from './entityRows';
import { groupClosure } from './groupClosure';
import { nearestRefs } from './nearestRefs';
import { predicateToFilter } from './predicateToFilter';
import { projectionTables, ProjectionTables } from './tables';
import { GroupClosureRow, GroupEdge, ProjectedEntity } from './types';
import { writeEntities } from './writeEntities';
import { writeGroupClosure } from './writeGroupClosure';

/** Refs in one `in (…)`. */
const CHUNK = 500;

/** Names compared at most when looking for near ones. */
const MAX_NEAR_CANDIDATES = 20_000;

/**
 * What the catalog knows, in a plugin's own database, so that filters by owner, system, tag, lifecycle and permission
 * conditions are SQL. Holds no state: the database handle comes with each call.
 *
 * @public
 */
export class CatalogProjection {
  /** The names of the tables, for joins. */
  readonly tables: ProjectionTables;

  constructor(options?: { prefix?: string }) {
    this.tables = projectionTables(options?.prefix);
  }

  /**
   * Adds or replaces entities; a deleted one lives again. Call `rebuildGroupClosure` after it where groups are among them.
   * `provisional` ones were read before the watcher announced them: `etags` marks them, and the watcher's diff still
   * tells them as created.
   */
  async upsert(
    tx: Knex.Transaction,
    entities: Entity[],
    options?: { provisional?: boolean },
  ): Promise<void> {
    await writeEntities(tx, this.tables, entities, options);
  }

  /** Leaves tombstones of entities, and removes what finds them. Refs that are not kept are passed over. */
  async remove(
    tx: Knex.Transaction,
    entityRefs: string[],
    now: Date,
  ): Promise<void> {
    for (const refs of chunked([...new Set(entityRefs)].sort(), CHUNK)) {
      await tx(this.tables.entities)
        .whereIn('entity_ref', refs)
        .whereNull('deleted_at')
        .update({ deleted_at: now });
      await tx(this.tables.search).whereIn('entity_ref', refs).delete();
      await tx(this.tables.owners).whereIn('entity_ref', refs).delete();
      await tx(this.tables.groupParents).whereIn('source_ref', refs).delete();
    }
  }

  /** Forgets tombstones older than a moment, and returns how many. */
  async purgeTombstones(knex: Knex, olderThan: Date): Promise<number> {
    return await knex(this.tables.entities)
      .where('deleted_at', '<', olderThan)
      .delete();
  }

  /**
   * Computes which group lies in which at any depth, and writes what differs from the kept closure. Survives groups that
   * lie in each other in a circle. One at a time: a second one waits for the end of the first's transaction, so that it
   * sees the groups that came with it.
   */
  async rebuildGroupClosure(tx: Knex.Transaction): Promise<void> {
    await lockForTransaction(tx, this.tables.groupClosure);
    const groups = await tx(this.tables.entities)
      .where('kind', 'group')
      .whereNull('deleted_at')
      .pluck<string[]>('entity_ref');
    const wanted = groupClosure(groups, await this.groupEdges(tx));
    const kept = await this.groupClosure(tx);
    await writeGroupClosure(tx, this.tables, { kept, wanted });
  }

  /** The kept entities among refs, tombstones included (`deletedAt` is set), by ref. */
  async get(
    knex: Knex,
    entityRefs: string[],
  ): Promise<Map<string, ProjectedEntity>> {
    const found = new Map<string, ProjectedEntity>();
    for (const refs of chunked([...new Set(entityRefs)], CHUNK)) {
      const rows: EntityRow[] = await knex(this.tables.entities)
        .select()
        .whereIn('entity_ref', refs);
      for (const row of rows) {
        found.set(row.entity_ref, fromRow(row));
      }
    }
    return found;
  }

  /** Ref and etag of every living entity. */
  async etags(knex: Knex): Promise<Map<string, string>> {
    const rows = await knex(this.tables.entities)
      .whereNull('deleted_at')
      .select<Pick<EntityRow, 'entity_ref' | 'etag'>[]>('entity_ref', 'etag');
    return new Map(rows.map(row => [row.entity_ref, row.etag]));
  }

  /** Which group lies directly in which, without repetition. */
  async groupEdges(knex: Knex): Promise<GroupEdge[]> {
    const rows = await knex(this.tables.groupParents)
      .distinct('child_ref', 'parent_ref')
      .orderBy(['parent_ref', 'child_ref']);
    return rows.map(row => ({
      childRef: row.child_ref,
      parentRef: row.parent_ref,
    }));
  }

  /** The whole closure over nested groups, as it was last rebuilt. */
  async groupClosure(knex: Knex): Promise<GroupClosureRow[]> {
    const rows = await knex(this.tables.groupClosure).select();
    return rows.map(row => ({
      ancestorRef: row.ancestor_ref,
      descendantRef: row.descendant_ref,
      depth: Number(row.depth),
    }));
  }

  /**
   * Restricts a query to living entities that match a filter; `column` holds the entity ref, and must be written with
   * its table (`scores.entity_ref`). Without a filter: to living entities.
   *
   * Throws for a column without its table.
   */
  whereVisible<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    filter: EntityFilter | undefined,
    column: string,
  ): TQuery {
    assertOuterColumn(column);
    const { entities } = this.tables;
    query.whereExists(found =>
      found
        .select('projected_entity.entity_ref')
        .from({ projected_entity: entities })
        .whereRaw('?? = ??', ['projected_entity.entity_ref', column])
        .whereNull('projected_entity.deleted_at'),
    );
    if (filter) {
      applyEntityFilter(query, filter, { tables: this.tables, column });
    }
    return query;
  }

  /**
   * Restricts a query to living entities that match a predicate of the catalog's own filter language.
   *
   * Throws InputError for a predicate that the catalog's queries do not take.
   */
  whereMatching<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    predicate: FilterPredicate,
    column: string,
  ): TQuery {
    return this.whereVisible(query, predicateToFilter(predicate), column);
  }

  /** Restricts a query to living entities owned by one of the groups or users, or by a group that lies in one of them. */
  whereOwnedBy<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    ownerRefs: string[],
    column: string,
  ): TQuery {
    assertOuterColumn(column);
    const { owners, groupClosure: closure } = this.tables;
    query.whereIn(column, found =>
      found
        .select('projected_owner.entity_ref')
        .from({ projected_owner: owners })
        .whereIn('projected_owner.owner_ref', ownerRefs)
        .orWhereIn('projected_owner.owner_ref', nested =>
          nested
            .select('projected_group.descendant_ref')
            .from({ projected_group: closure })
            .whereIn('projected_group.ancestor_ref', ownerRefs),
        ),
    );
    return query;
  }

  /** Restricts a query to entities that no group of the catalog owns: without an owner, with one that does not exist, or a person's. */
  whereOwnedByNoGroup<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    column: string,
  ): TQuery {
    assertOuterColumn(column);
    const { owners, groupClosure: closure } = this.tables;
    // Each living group lies in itself.
    query.whereNotIn(column, found =>
      found
        .select('projected_owner.entity_ref')
        .from({ projected_owner: owners })
        .whereIn('projected_owner.owner_ref', groups =>
          groups.select('projected_group.descendant_ref').from({
            projected_group: closure,
          }),
        ),
    );
    return query;
  }

  /**
   * A query for the refs of living entities that match a predicate: await it with `.pluck('entity_ref')`, or use it in
   * `whereIn(column, …)`.
   *
   * Throws InputError for a predicate that the catalog's queries do not take.
   */
  matching(knex: Knex, predicate: FilterPredicate): Knex.QueryBuilder {
    const column = `${this.tables.entities}.entity_ref`;
    return this.whereMatching(
      knex(this.tables.entities).select(column),
      predicate,
      column,
    );
  }

  /**
   * Living entities of the same kind whose names are written much like the ref's, the nearest first. `filter` says which
   * of them the reader may see.
   */
  async nearNames(
    knex: Knex,
    ref: string,
    limit = 3,
    filter: EntityFilter = EVERY_ENTITY,
  ): Promise<string[]> {
    const [kind] = ref.split(':', 1);
    const column = `${this.tables.entities}.entity_ref`;
    const candidates = await this.whereVisible(
      knex(this.tables.entities).where('kind', kind),
      filter,
      column,
    )
      .orderBy(column)
      .limit(MAX_NEAR_CANDIDATES)
      .pluck(column);
    return nearestRefs(ref, candidates, limit);
  }
}
