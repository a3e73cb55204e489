/**
 * Every evaluation of every score moves its age, and so its place in an index by age. What is due is found by the key of the entities
 * anyway: nothing reads by this index.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scores', table => {
    table.dropIndex(
      ['scorecard', 'environment', 'evaluated_at'],
      'scores_by_age_idx',
    );
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scores', table => {
    table.index(
      ['scorecard', 'environment', 'evaluated_at'],
      'scores_by_age_idx',
    );
  });
};
