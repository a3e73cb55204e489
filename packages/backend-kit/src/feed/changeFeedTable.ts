import { Knex } from 'knex';

/**
 * Creates the table of a change feed. For the `up` of a migration.
 *
 * @public
 */
export async function createChangeFeedTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await knex.schema.createTable(table, t => {
    t.comment('What changed, in the order in which it was committed');
    t.bigIncrements('seq').comment('Position in the feed; never used twice');
    t.string('tenant', 255).notNullable();
    t.string('entity_ref', 255).notNullable();
    t.string('type', 64).notNullable();
    t.string('ref', 255).notNullable();
    t.timestamp('created_at', { useTz: true }).notNullable();
    t.index(['created_at'], `${table}_created_at_idx`);
  });
  // The mark of where the feed begins: numbers may start above 1, where the first transactions are rolled back.
  await knex(table).insert({
    seq: 0,
    tenant: '',
    entity_ref: '',
    type: '',
    ref: '',
    created_at: new Date(0),
  });
}

/**
 * Drops the table of a change feed. For the `down` of a migration.
 *
 * @public
 */
export async function dropChangeFeedTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await knex.schema.dropTable(table);
}
