/**
 * The bytes of a blob may go when the retention of its records ends; that they were there, and until when, stays. The indexes are
 * for what looks for them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('blobs', table => {
    table
      .timestamp('removed_at', { precision: 3 })
      .nullable()
      .comment('Since when the bytes are no longer kept');
    table.index(['removed_at', 'sha256'], 'blobs_removed_idx');
  });
  await knex.schema.alterTable('facts', table => {
    table.index(['received_at', 'seq'], 'facts_received_idx');
  });
};

/**
 * Bytes that are gone do not come back: without the column their blobs would look like empty files, so these go too.
 *
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex('blobs').whereNotNull('removed_at').delete();
  await knex.schema.alterTable('facts', table => {
    table.dropIndex(['received_at', 'seq'], 'facts_received_idx');
  });
  await knex.schema.alterTable('blobs', table => {
    table.dropIndex(['removed_at', 'sha256'], 'blobs_removed_idx');
    table.dropColumn('removed_at');
  });
};
