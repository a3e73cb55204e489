const {
  createChangeFeedTable,
  createProjectionTables,
  dropChangeFeedTable,
  dropProjectionTables,
} = require('@maestro-conductor/backend-kit');

/**
 * Evidence records with their blobs, facts with their history, the change feed, and the projection of the catalog.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('blobs', table => {
    table.comment('Artifacts by content; each is stored once');
    table.string('sha256', 64).primary();
    table.bigInteger('size').notNullable().comment('Bytes');
    table.timestamp('created_at', { precision: 3 }).notNullable();
  });

  await knex.schema.createTable('blob_chunks', table => {
    table.comment('The bytes of a blob in rows of at most 1 MiB');
    table
      .string('sha256', 64)
      .notNullable()
      .references('sha256')
      .inTable('blobs')
      .onDelete('CASCADE');
    table.integer('position').notNullable().comment('From 0');
    table.binary('bytes').notNullable();
    table.primary(['sha256', 'position']);
  });

  await knex.schema.createTable('records', table => {
    table.comment('What was received about an entity; never changed');
    table.string('id', 36).primary();
    table.string('tenant').notNullable();
    table.string('entity_ref').notNullable();
    table.string('kind').notNullable();
    table.string('format').notNullable();
    table.string('media_type').notNullable();
    table.string('file_name').notNullable();
    table.string('sha256', 64).notNullable();
    table.bigInteger('size').notNullable();
    table.string('producer').notNullable();
    table.string('environment').notNullable();
    table.string('commit').notNullable();
    table.string('ref').notNullable();
    table.boolean('default_branch').notNullable();
    table.string('run').notNullable();
    table.integer('attempt').notNullable();
    table.text('run_url').nullable();
    table.timestamp('observed_at', { precision: 3 }).notNullable();
    table.timestamp('received_at', { precision: 3 }).notNullable();
    table.timestamp('fresh_until', { precision: 3 }).nullable();
    table.unique(
      [
        'tenant',
        'entity_ref',
        'kind',
        'producer',
        'environment',
        'commit',
        'run',
        'attempt',
        'sha256',
      ],
      { indexName: 'records_identity_uq' },
    );
    table.index(
      ['tenant', 'entity_ref', 'observed_at', 'id'],
      'records_entity_idx',
    );
    table.index(['sha256'], 'records_sha256_idx');
  });

  await knex.schema.createTable('facts', table => {
    table.comment('Every value ever written');
    table.bigIncrements('seq').primary();
    table.string('tenant').notNullable();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('name').notNullable();
    table.string('type').notNullable();
    table.text('value').notNullable().comment('JSON');
    table.string('unit').nullable();
    table.string('commit').notNullable();
    table.string('ref').notNullable();
    table.boolean('default_branch').notNullable();
    table.timestamp('observed_at', { precision: 3 }).notNullable();
    table.timestamp('received_at', { precision: 3 }).notNullable();
    table.timestamp('fresh_until', { precision: 3 }).nullable();
    table.string('source').notNullable();
    table.string('record_id', 36).nullable();
    table
      .boolean('retracted')
      .notNullable()
      .comment('True where its source no longer says anything');
    table.index(
      ['tenant', 'entity_ref', 'name', 'environment', 'observed_at', 'seq'],
      'facts_history_idx',
    );
    table.index(['tenant', 'entity_ref', 'commit'], 'facts_commit_idx');
    table.index(['record_id'], 'facts_record_idx');
  });

  await knex.schema.createTable('latest_facts', table => {
    table.comment(
      'The fact with the greatest (observed_at, seq) on the default branch',
    );
    table.string('tenant').notNullable();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table.string('name').notNullable();
    table.timestamp('observed_at', { precision: 3 }).notNullable();
    table.bigInteger('seq').notNullable();
    table.primary(['tenant', 'entity_ref', 'environment', 'name']);
  });

  await createChangeFeedTable(knex, 'changes');
  await createProjectionTables(knex);

  await knex.schema.createTable('entity_references', table => {
    table.comment('Whose facts depend on whether another entity exists');
    table.string('entity_ref').notNullable();
    table.string('target_ref').notNullable();
    table.primary(['entity_ref', 'target_ref']);
    table.index(['target_ref'], 'entity_references_target_idx');
  });

  await knex.schema.createTable('collect_queue', table => {
    table.comment('Entities whose catalog facts are to be collected anew');
    table.string('entity_ref').primary();
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('collect_queue');
  await knex.schema.dropTable('entity_references');
  await dropProjectionTables(knex);
  await dropChangeFeedTable(knex, 'changes');
  await knex.schema.dropTable('latest_facts');
  await knex.schema.dropTable('facts');
  await knex.schema.dropTable('records');
  await knex.schema.dropTable('blob_chunks');
  await knex.schema.dropTable('blobs');
};
