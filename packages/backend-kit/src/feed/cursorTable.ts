import { Knex } from 'knex';

/**
 * Creates the table in which feed consumers keep how far they have come. For the `up` of a migration.
 *
 * @public
 */
export async function createCursorTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await knex.schema.createTable(table, t => {
    t.comment('How far each consumer of a change feed has come');
    t.string('name', 255).primary();
    t.bigInteger('position').notNullable().comment('The last seq applied');
    t.timestamp('updated_at', { useTz: true }).notNullable();
  });
}

/**
 * Drops the table of `createCursorTable`. For the `down` of a migration.
 *
 * @public
 */
export async function dropCursorTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await knex.schema.dropTable(table);
}
