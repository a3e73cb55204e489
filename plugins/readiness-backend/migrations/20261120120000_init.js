/**
 * The first tables of readiness: definitions, scores and their history, gate decisions, the cursor on the change feed of evidence,
 * and the projection of the catalog that lists are filtered by.
 */
const {
  createCursorTable,
  createProjectionTables,
  dropCursorTable,
  dropProjectionTables,
} = require('@maestro-conductor/backend-kit');

/** @param {import('knex').Knex.CreateTableBuilder} table */
function scoreKey(table) {
  table.string('tenant', 255).notNullable();
  table.string('scorecard', 64).notNullable();
  table.string('entity_ref', 255).notNullable();
  table.string('environment', 64).notNullable();
}

const KEY = ['tenant', 'scorecard', 'entity_ref', 'environment'];

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.createTable('scorecard_versions', table => {
    table.comment('Each content that a scorecard has had, counted up');
    table.string('scorecard', 64).notNullable();
    table.integer('version').notNullable();
    table.string('digest', 64).notNullable();
    table.text('content').notNullable().comment('JSON, without the version');
    table.text('summary').notNullable().comment('What changed, in one line');
    table.dateTime('created_at').notNullable();
    table.primary(['scorecard', 'version']);
  });

  await knex.schema.createTable('scores', table => {
    table.comment('The current score of each entity and environment');
    scoreKey(table);
    table
      .double('score')
      .comment('0 to 1; null where none applies or nothing is known');
    table.string('level', 64);
    table.boolean('ready').notNullable().comment('At or above the threshold');
    table.integer('definition_version').notNullable();
    table.dateTime('evaluated_at').notNullable();
    table.dateTime('first_evaluated_at').notNullable();
    table
      .integer('revision')
      .notNullable()
      .comment('Counted up by each write, so that a slow writer notices');
    table.text('dimension_values').notNullable().comment('JSON, small');
    table.text('result').notNullable().comment('JSON, all of it');
    table.primary(KEY);
    table.index(['scorecard', 'environment', 'score'], 'scores_by_score_idx');
    table.index(['entity_ref'], 'scores_by_entity_idx');
    table.index(
      ['scorecard', 'environment', 'evaluated_at'],
      'scores_by_age_idx',
    );
  });

  await knex.schema.createTable('score_history', table => {
    table.comment('Scores as they were, with the rule that judged them');
    scoreKey(table);
    table
      .string('slot', 64)
      .notNullable()
      .comment('What the point stands for: a change, a day, a day afterwards');
    table.dateTime('at').notNullable();
    table.double('score');
    table.string('level', 64);
    table.integer('definition_version').notNullable();
    table.double('threshold').notNullable();
    table.text('points').notNullable().comment('JSON, by dimension');
    table.boolean('reconstructed').notNullable();
    table.primary([...KEY, 'slot']);
    table.index([...KEY, 'at'], 'score_history_at_idx');
  });

  await knex.schema.createTable('reconstructions', table => {
    table.comment('Scores whose days before the first evaluation are to do');
    scoreKey(table);
    table.string('ticket', 36).notNullable().comment('Changes when asked anew');
    table.dateTime('requested_at').notNullable();
    table.primary(KEY);
  });

  await knex.schema.createTable('gate_decisions', table => {
    table.comment('What the gate answered. Never changed');
    table.string('id', 36).primary();
    scoreKey(table);
    table.string('decision', 32).notNullable();
    table.dateTime('decided_at').notNullable();
    table.text('result').notNullable().comment('JSON, all of it');
    table.index(
      ['entity_ref', 'environment', 'decided_at'],
      'gate_decisions_by_entity_idx',
    );
  });

  await createCursorTable(knex, 'feed_cursors');
  await createProjectionTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropProjectionTables(knex);
  await dropCursorTable(knex, 'feed_cursors');
  for (const table of [
    'gate_decisions',
    'reconstructions',
    'score_history',
    'scores',
    'scorecard_versions',
  ]) {
    await knex.schema.dropTable(table);
  }
};
