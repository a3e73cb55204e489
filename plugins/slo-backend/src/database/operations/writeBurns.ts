import { insertValues } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { BurnRow } from '../stateRows';
import { EvaluatedSubject } from '../StateStore';

/** Opens, carries on and closes burns, in the transaction of the states that say so. */
export async function writeBurns(
  tx: Knex.Transaction,
  evaluated: readonly EvaluatedSubject[],
  { now, newId }: { now: Date; newId(): string },
): Promise<void> {
  const ended = evaluated.flatMap(({ burns }) => burns.ended);
  if (ended.length > 0) {
    await tx('burns')
      .whereIn(
        'id',
        ended.map(({ id }) => id),
      )
      .update({ ended_at: now });
  }
  for (const { id, peak } of evaluated.flatMap(({ burns }) => burns.goingOn)) {
    await tx('burns').where({ id }).update({ peak, seen_at: now });
  }
  const started = evaluated.flatMap(({ subject, burns }) =>
    burns.started.map(
      ({ row, severity, peak }): BurnRow => ({
        id: newId(),
        objective_id: subject.id,
        row,
        severity,
        started_at: now,
        seen_at: now,
        ended_at: null,
        peak,
      }),
    ),
  );
  await insertValues(tx, started, {
    table: 'burns',
    conflict: 'on conflict do nothing',
  });
}
