/**
 * The first tables of slo: documents and the objectives that they declare, samples by day, states, burns, what people were told of them,
 * the cursor on the change feed of evidence, and the projection of the catalog that lists are filtered by.
 */
const {
  createCursorTable,
  createProjectionTables,
  createTransitionTable,
  dropCursorTable,
  dropProjectionTables,
  dropTransitionTable,
} = require('@maestro-conductor/backend-kit');

/** @param {import('knex').Knex} knex */
async function createDeclarations(knex) {
  await knex.schema.createTable('documents', table => {
    table.comment('Places where objectives are declared');
    table.string('id', 64).primary().comment('SHA-256 of the location');
    table.text('location').notNullable().comment('Folder, file or address');
    table.string('kind', 16).notNullable().comment('folder or entity');
    table.string('entity_ref', 255).comment('Whose annotation names it');
    table
      .string('entity_etag', 255)
      .comment('Of that entity, when it was read');
    table.string('digest', 64).comment('Of what was read last');
    table.text('problems').notNullable().comment('JSON');
    table.dateTime('read_at').notNullable();
    table.dateTime('good_at').comment('The last reading that succeeded');
    table.text('error').comment('Why the last reading failed');
    table.index(['entity_ref'], 'documents_by_entity_idx');
  });

  await knex.schema.createTable('objectives', table => {
    table.comment('Objectives as they are declared');
    table.string('id', 16).primary();
    table.string('tenant', 255).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('environment', 64).notNullable();
    table.string('slo', 63).notNullable();
    table.string('objective', 128).notNullable();
    table.text('title').notNullable();
    table.text('definition').notNullable().comment('JSON');
    table
      .text('queries')
      .notNullable()
      .defaultTo('[]')
      .comment('JSON: what its source is sent, for people to read');
    table
      .string('digest', 64)
      .notNullable()
      .comment('Of what the numbers depend on');
    table.string('document', 64).notNullable().comment('Id of the document');
    table.integer('line').notNullable();
    table.string('window', 64).notNullable().comment('As written: 30d');
    table.dateTime('removed_at').comment('No longer declared where set');
    table.unique(['tenant', 'entity_ref', 'environment', 'slo', 'objective'], {
      indexName: 'objectives_by_key_idx',
    });
    table.index(['entity_ref', 'environment'], 'objectives_by_entity_idx');
    table.index(['document'], 'objectives_by_document_idx');
  });
}

/** @param {import('knex').Knex} knex */
async function createSamples(knex) {
  // Apart from the objectives: these rows change each minute and are to stay small.
  await knex.schema.createTable('sample_heads', table => {
    table.comment('How far the samples of an objective go');
    table.string('objective_id', 16).primary();
    table
      .integer('revision')
      .notNullable()
      .comment('Counted up by each write of samples; its row is their lock');
    table.integer('first_minute').comment('Since 1970, with data');
    table.integer('last_minute').comment('Since 1970, with data');
    table.integer('read_until').comment('The minute after the last asked for');
    table.text('problem').comment('What keeps the source from answering');
    table.dateTime('problem_since');
    table
      .integer('past_day')
      .comment('First earlier day that changed since facts of it were written');
    table.dateTime('past_changed_at');
  });

  await knex.schema.createTable('sample_days', table => {
    table.comment('Events of an objective by UTC day, all series together');
    table.string('objective_id', 16).notNullable();
    table.integer('day').notNullable().comment('Since 1970');
    table.binary('block').notNullable().comment('Counts by minute, packed');
    table.double('good').notNullable();
    table.double('total').notNullable();
    table.integer('minutes').notNullable().comment('With data');
    table.integer('slices_known').notNullable();
    table.integer('slices_bad').notNullable();
    table.double('slices_lost').notNullable();
    table.string('rule', 64).notNullable().comment('That slices are judged by');
    table.integer('revision').notNullable().comment('Of the head, at the time');
    table.primary(['objective_id', 'day']);
  });

  await knex.schema.createTable('series_days', table => {
    table.comment(
      'What was pushed, of days with counters or several series; sample_days is made of it',
    );
    table.string('objective_id', 16).notNullable();
    table.integer('day').notNullable();
    table.string('series', 128).notNullable();
    table.string('form', 8).notNullable().comment('delta or counter');
    table.binary('block').notNullable();
    table.primary(['objective_id', 'day', 'series']);
  });

  await knex.schema.createTable('daily_costs', table => {
    table.comment('Copies of the fact cost.daily');
    table.string('entity_ref', 255).notNullable();
    table.string('environment', 64).notNullable();
    table.integer('day').notNullable();
    table.double('amount').notNullable();
    table.string('currency', 3).notNullable();
    table.primary(['entity_ref', 'environment', 'day']);
  });
}

/** @param {import('knex').Knex} knex */
async function createStates(knex) {
  await knex.schema.createTable('states', table => {
    table.comment('How each objective fares');
    table.string('objective_id', 16).primary();
    table.string('status', 32).notNullable();
    table.boolean('burning').notNullable().comment('An alert row fires');
    table.double('budget_left').comment('Null where unknown');
    table.double('max_burn').comment('Highest known burn rate');
    table.double('actual');
    table.integer('urgency').notNullable().comment('0 is the most urgent');
    table.text('state').notNullable().comment('JSON, all of it');
    table.text('trend').notNullable().comment('JSON: up to 30 days');
    table.dateTime('first_evaluated_at').notNullable();
    table.dateTime('evaluated_at').notNullable();
    table.integer('samples').notNullable().comment('Revision of the head');
    table.string('digest', 64).notNullable().comment('Of the definition');
    table.integer('revision').notNullable().comment('Counted up by each write');
    table.dateTime('facts_at').comment('Null: facts are due');
    table.index(['urgency', 'budget_left'], 'states_by_urgency_idx');
  });

  await knex.schema.createTable('burns', table => {
    table.comment('Burns from their start to their end');
    table.string('id', 36).primary();
    table.string('objective_id', 16).notNullable();
    table.string('row', 128).notNullable();
    table.string('severity', 8).notNullable();
    table.dateTime('started_at').notNullable();
    table.dateTime('seen_at').notNullable().comment('Last known to fire');
    table.dateTime('ended_at').comment('Null while it goes on');
    table.double('peak').notNullable();
    table.index(['objective_id', 'started_at'], 'burns_by_objective_idx');
  });
  // An alert row of an objective burns once at a time.
  await knex.schema.raw(
    'create unique index burns_open_idx on burns (objective_id, "row") where ended_at is null',
  );
}

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createDeclarations(knex);
  await createSamples(knex);
  await createStates(knex);
  await createTransitionTable(knex, 'conditions');
  await createCursorTable(knex, 'feed_cursors');
  await createProjectionTables(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropProjectionTables(knex);
  await dropCursorTable(knex, 'feed_cursors');
  await dropTransitionTable(knex, 'conditions');
  for (const table of [
    'burns',
    'states',
    'daily_costs',
    'series_days',
    'sample_days',
    'sample_heads',
    'objectives',
    'documents',
  ]) {
    await knex.schema.dropTable(table);
  }
};
