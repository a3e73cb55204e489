/**
 * The conditions that owners are told of, with how far they were told: a service that falls below its readiness threshold is told once,
 * and once that it is over, whichever replica notices and whichever sends.
 */
const {
  createTransitionTable,
  dropTransitionTable,
} = require('@maestro-conductor/backend-kit');

/** @param {import('knex').Knex} knex */
exports.up = async function up(knex) {
  await createTransitionTable(knex, 'conditions');
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await dropTransitionTable(knex, 'conditions');
};
