const REFS_AT_ONCE = 200;

/**
 * Scores are computed from all latest facts of thousands of entities at once. One row for each fact made that a read of a hundred
 * thousand rows; a sheet holds them all for one entity and environment.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('fact_sheets', table => {
    table.comment(
      'The latest facts of an entity in an environment, in one row; says what latest_facts says',
    );
    table.string('tenant').notNullable();
    table.string('entity_ref').notNullable();
    table.string('environment').notNullable();
    table
      .text('sheet')
      .notNullable()
      .comment(
        'JSON: { origins: [[commit, ref, observedAt, freshUntil, source, recordId]], facts: [[name, type, value, unit, origin]] }',
      );
    table.primary(['tenant', 'entity_ref', 'environment']);
  });

  let after = '';
  for (;;) {
    const refs = await knex('latest_facts')
      .distinct('entity_ref')
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(REFS_AT_ONCE)
      .pluck('entity_ref');
    if (refs.length === 0) break;
    const rows = await knex('latest_facts')
      .join('facts', 'facts.seq', 'latest_facts.seq')
      .whereIn('latest_facts.entity_ref', refs)
      .where('facts.retracted', false)
      .orderBy('latest_facts.name')
      .select('facts.*');
    for (const sheet of toSheets(rows)) {
      await knex('fact_sheets').insert(sheet);
    }
    after = refs[refs.length - 1];
  }
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('fact_sheets');
};

function iso(time) {
  return time === null ? null : new Date(time).toISOString();
}

/** The rows of `fact_sheets` for rows of `facts`. */
function toSheets(rows) {
  const sheets = new Map();
  for (const row of rows) {
    const key = JSON.stringify([row.tenant, row.entity_ref, row.environment]);
    if (!sheets.has(key)) {
      sheets.set(key, { row, origins: new Map(), facts: [] });
    }
    const { origins, facts } = sheets.get(key);
    const origin = JSON.stringify([
      row.commit,
      row.ref,
      iso(row.observed_at),
      iso(row.fresh_until),
      row.source,
      row.record_id,
    ]);
    if (!origins.has(origin)) origins.set(origin, origins.size);
    const value = JSON.parse(row.value);
    facts.push([row.name, row.type, value, row.unit, origins.get(origin)]);
  }
  return [...sheets.values()].map(({ row, origins, facts }) => ({
    tenant: row.tenant,
    entity_ref: row.entity_ref,
    environment: row.environment,
    sheet: JSON.stringify({
      origins: [...origins.keys()].map(origin => JSON.parse(origin)),
      facts,
    }),
  }));
}
