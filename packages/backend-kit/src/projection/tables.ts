import { Knex } from 'knex';

/**
 * The names of a projection's tables, for joins from a plugin's own stores.
 *
 * @public
 */
export interface ProjectionTables {
  /** One row per entity, living or deleted: entity_ref, tenant, kind, namespace, name, title, sort_title, type, lifecycle, owner_ref, system_ref, etag, entity, deleted_at. */
  entities: string;
  /** entity_ref, key, value: all lower-case; value null where it is longer than 200 characters. Living entities only. */
  search: string;
  /** entity_ref, owner_ref: direct owners. Living entities only. */
  owners: string;
  /** child_ref, parent_ref, source_ref: edges between groups, and the entity that said so. */
  groupParents: string;
  /** ancestor_ref, descendant_ref, depth: every group is its own ancestor at depth 0. */
  groupClosure: string;
}

/** @public */
export const DEFAULT_PROJECTION_PREFIX = 'catalog_';

/**
 * The names of the tables of a projection.
 *
 * @public
 */
export function projectionTables(
  prefix: string = DEFAULT_PROJECTION_PREFIX,
): ProjectionTables {
  return {
    entities: `${prefix}entities`,
    search: `${prefix}search`,
    owners: `${prefix}owners`,
    groupParents: `${prefix}group_parents`,
    groupClosure: `${prefix}group_closure`,
  };
}

/**
 * Creates the tables of a catalog projection. For the `up` of a migration.
 *
 * @public
 */
export async function createProjectionTables(
  knex: Knex,
  prefix?: string,
): Promise<void> {
  const tables = projectionTables(prefix);
  await knex.schema.createTable(tables.entities, t => {
    t.comment('What the catalog said last of each entity');
    t.string('entity_ref', 255).primary();
    t.string('tenant', 255).notNullable();
    t.string('kind', 255).notNullable().comment('Lower-case');
    t.string('namespace', 255).notNullable().comment('Lower-case');
    t.string('name', 255).notNullable().comment('As written');
    t.text('title').notNullable().comment('The name where there is no title');
    t.text('sort_title').notNullable().comment('The title in lower-case');
    t.text('type');
    t.text('lifecycle');
    t.string('owner_ref', 255).comment('The first owner');
    t.string('system_ref', 255);
    t.string('etag', 255).notNullable();
    t.text('entity', 'longtext').notNullable().comment('JSON, no definition');
    t.timestamp('deleted_at', { useTz: true }).comment('A tombstone where set');
    t.index(['kind', 'entity_ref'], `${tables.entities}_kind_idx`);
    t.index(['tenant', 'entity_ref'], `${tables.entities}_tenant_idx`);
    t.index(['owner_ref'], `${tables.entities}_owner_idx`);
    t.index(['system_ref'], `${tables.entities}_system_idx`);
  });
  await knex.schema.createTable(tables.search, t => {
    t.comment('Keys and values of entities, as the catalog searches them');
    t.string('entity_ref', 255).notNullable();
    t.string('key', 255).notNullable();
    t.string('value', 255);
    t.index(['entity_ref', 'key', 'value'], `${tables.search}_entity_idx`);
    t.index(['key', 'value', 'entity_ref'], `${tables.search}_key_idx`);
  });
  await knex.schema.createTable(tables.owners, t => {
    t.comment('Direct owners of entities');
    t.string('entity_ref', 255).notNullable();
    t.string('owner_ref', 255).notNullable();
    t.primary(['entity_ref', 'owner_ref']);
    t.index(['owner_ref', 'entity_ref'], `${tables.owners}_owner_idx`);
  });
  await knex.schema.createTable(tables.groupParents, t => {
    t.comment('Which group lies in which, by the entity that says so');
    t.string('child_ref', 255).notNullable();
    t.string('parent_ref', 255).notNullable();
    t.string('source_ref', 255).notNullable();
    t.primary(['source_ref', 'child_ref', 'parent_ref']);
  });
  await knex.schema.createTable(tables.groupClosure, t => {
    t.comment('Groups with all that lie in them, at any depth');
    t.string('ancestor_ref', 255).notNullable();
    t.string('descendant_ref', 255).notNullable();
    t.integer('depth').notNullable().comment('0 is the group itself');
    t.primary(['ancestor_ref', 'descendant_ref']);
    t.index(['descendant_ref'], `${tables.groupClosure}_descendant_idx`);
  });
}

/**
 * Drops the tables of a catalog projection. For the `down` of a migration.
 *
 * @public
 */
export async function dropProjectionTables(
  knex: Knex,
  prefix?: string,
): Promise<void> {
  const tables = projectionTables(prefix);
  await knex.schema.dropTable(tables.groupClosure);
  await knex.schema.dropTable(tables.groupParents);
  await knex.schema.dropTable(tables.owners);
  await knex.schema.dropTable(tables.search);
  await knex.schema.dropTable(tables.entities);
}
