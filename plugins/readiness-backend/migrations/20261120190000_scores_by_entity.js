/**
 * The scores of hundreds of entities in one environment are looked up one by one. By an index of the entity alone SQLite, which has no
 * statistics, takes reading all scores of the environment to be cheaper: 10 ms of 10,000 services, and more with each one more.
 */
const NAME = 'scores_by_entity_idx';

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scores', table => {
    table.dropIndex(['entity_ref'], NAME);
  });
  await knex.schema.alterTable('scores', table => {
    table.index(['entity_ref', 'scorecard', 'environment'], NAME);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('scores', table => {
    table.dropIndex(['entity_ref', 'scorecard', 'environment'], NAME);
  });
  await knex.schema.alterTable('scores', table => {
    table.index(['entity_ref'], NAME);
  });
};
