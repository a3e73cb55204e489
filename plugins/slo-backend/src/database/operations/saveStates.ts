import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  insertValues,
  lockForTransaction,
  TransitionLog,
} from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { burnConditions } from '../../domain/burnCondition';
import { toStateRow } from '../stateRows';
import { EvaluatedSubject } from '../StateStore';
import { writeBurns } from './writeBurns';

/** Rows of one statement: a few milliseconds of work. */
const CHUNK = 50;

const REPLACE = `on conflict ("objective_id") do update set ${[
  'status',
  'burning',
  'budget_left',
  'max_burn',
  'actual',
  'urgency',
  'state',
  'trend',
  'evaluated_at',
  'samples',
  'digest',
  'revision',
]
  .map(column => `"${column}" = excluded."${column}"`)
  .join(
    ', ',
  )}, "facts_at" = case when "states"."status" = excluded."status" then "states"."facts_at" end`;

/** One writer of states at a time: what is written stands beside what was read. */
export async function lockStates(tx: Knex.Transaction): Promise<void> {
  await lockForTransaction(tx, 'slo-states');
}

/** Keeps states with their burns. @see StateStore */
export async function saveStates(
  tx: Knex.Transaction,
  evaluated: readonly EvaluatedSubject[],
  options: { log: TransitionLog; now: Date; newId(): string },
): Promise<number> {
  await lockStates(tx);
  const current = await revisions(tx, evaluated);
  const kept = evaluated.filter(
    ({ subject }) =>
      (current.get(subject.id) ?? 0) === (subject.previous?.revision ?? 0),
  );
  for (let start = 0; start < kept.length; start += CHUNK) {
    await insertValues(tx, kept.slice(start, start + CHUNK).map(toStateRow), {
      table: 'states',
      conflict: REPLACE,
    });
    await nextTurn();
  }
  await writeBurns(tx, kept, options);
  await options.log.record(
    tx,
    kept.flatMap(({ subject, state, burns }) =>
      burnConditions(subject, state, burns),
    ),
    options.now,
  );
  return kept.length;
}

async function revisions(
  tx: Knex.Transaction,
  evaluated: readonly EvaluatedSubject[],
): Promise<Map<string, number>> {
  const rows: { objective_id: string; revision: number }[] = await tx('states')
    .whereIn(
      'objective_id',
      evaluated.map(({ subject }) => subject.id),
    )
    .select('objective_id', 'revision');
  return new Map(rows.map(row => [row.objective_id, row.revision]));
}
