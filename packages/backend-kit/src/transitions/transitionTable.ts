import { Knex } from 'knex';

/**
 * Creates the table in which a plugin keeps the states of its conditions, and how far people were told of them. For the `up` of a
 * migration.
 *
 * @public
 */
export async function createTransitionTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await knex.schema.createTable(table, t => {
    t.comment('Conditions: how they stand, and what was told of them');
    t.string('id', 700)
      .primary()
      .comment('<plugin>:<rule>:<entityRef>, with :<key> where there is one');
    t.string('rule', 64).notNullable();
    t.string('tenant', 255).notNullable();
    t.string('entity_ref', 255).notNullable();
    t.string('key', 255).notNullable().comment("'' where the rule has none");
    t.string('state', 16).notNullable().comment('open or resolved');
    t.timestamp('since', { useTz: true }).notNullable();
    t.text('detail').notNullable().comment('JSON: what there is to tell');
    t.integer('revision').notNullable().comment('Changes of state so far');
    t.integer('delivered_revision')
      .notNullable()
      .comment('The revision that people know of');
    t.string('delivered_state', 16).notNullable();
    t.integer('attempts').notNullable().comment('Failed sendings in a row');
    t.timestamp('next_attempt_at', { useTz: true }).notNullable();
    t.string('claim', 36).comment('Who is sending it');
    t.timestamp('claimed_until', { useTz: true });
    t.index(['entity_ref'], `${table}_entity_ref_idx`);
    t.index(['next_attempt_at'], `${table}_next_attempt_at_idx`);
  });
}

/**
 * Drops the table of `createTransitionTable`. For the `down` of a migration.
 *
 * @public
 */
export async function dropTransitionTable(
  knex: Knex,
  table: string,
): Promise<void> {
  await knex.schema.dropTable(table);
}
