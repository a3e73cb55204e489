/**
 * Ten thousand scores are written anew when a rule changes. What their definition says already is no longer kept in each of them, and
 * what two scores are compared by stands in columns. History keeps verdicts, so that it can be told what changed since.
 */

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scores', table => {
    table
      .string('inputs_digest', 64)
      .notNullable()
      .defaultTo('')
      .comment('SHA-256 of the facts and the rule that went in');
  });
  await knex.schema.alterTable('score_history', table => {
    table
      .text('verdicts')
      .comment('JSON, by dimension; null in points of before it was kept');
  });
  await rewriteScores(knex, toSmall);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  // What was left out comes back with the next evaluation, which all scores are due for.
  await knex('scores').delete();
  await knex.schema.alterTable('score_history', table => {
    table.dropColumn('verdicts');
  });
  await knex.schema.alterTable('scores', table => {
    table.dropColumn('inputs_digest');
  });
};

const ROWS_AT_ONCE = 200;

async function rewriteScores(knex, rewrite) {
  const key = ['tenant', 'scorecard', 'entity_ref', 'environment'];
  const refs = await knex('scores').distinct('entity_ref').pluck('entity_ref');
  for (let i = 0; i < refs.length; i += ROWS_AT_ONCE) {
    const rows = await knex('scores')
      .select([...key, 'result'])
      .whereIn('entity_ref', refs.slice(i, i + ROWS_AT_ONCE));
    for (const { result, ...where } of rows) {
      await knex('scores')
        .where(where)
        .update(rewrite(JSON.parse(result)));
    }
  }
}

/** The columns of a score that was kept whole. */
function toSmall(score) {
  const origins = new Map();
  const originOf = fact => {
    const origin = JSON.stringify(
      ['observedAt', 'freshUntil', 'commit', 'source', 'recordId'].map(
        field => fact[field] ?? null,
      ),
    );
    if (!origins.has(origin)) origins.set(origin, origins.size);
    return origins.get(origin);
  };
  const dimensions = (score.dimensions ?? []).map(({ reason, facts }) => [
    reason,
    facts.map(fact =>
      fact.observedAt === undefined
        ? [fact.name]
        : [fact.name, fact.value ?? null, fact.unit ?? null, originOf(fact)],
    ),
  ]);
  return {
    inputs_digest: score.inputsDigest ?? '',
    dimension_values: JSON.stringify(
      Object.fromEntries(
        (score.dimensions ?? []).map(({ name, verdict, value }) => [
          name,
          [verdict, value],
        ]),
      ),
    ),
    result: JSON.stringify({
      origins: [...origins.keys()].map(origin => JSON.parse(origin)),
      dimensions,
    }),
  };
}
