import { randomUUID } from 'node:crypto';
import { insertValues } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { ScoreHistoryPoint } from '@maestro-conductor/plugin-readiness-common';
import { utcDay } from '../../domain/utcDay';
import { fromKeyRow, KeyRow, ScoreKey, toHistoryRow, toKeyRow } from '../rows';

const KEY = '"tenant", "scorecard", "entity_ref", "environment"';
const ROWS_PER_STATEMENT = 500;

/** A score whose days before its first evaluation are to be worked out. */
export interface Reconstruction {
  key: ScoreKey;
  ticket: string;
}

/** Asks for the days before the first evaluation of these scores. Asked twice it is done once. */
export async function requestReconstructions(
  tx: Knex.Transaction,
  keys: readonly ScoreKey[],
  now: Date,
): Promise<void> {
  const rows = new Map(
    keys.map(key => [
      JSON.stringify(toKeyRow(key)),
      { ...toKeyRow(key), ticket: randomUUID(), requested_at: now },
    ]),
  );
  const ordered = [...rows].sort(([a], [b]) => (a < b ? -1 : 1));
  for (let i = 0; i < ordered.length; i += ROWS_PER_STATEMENT) {
    await insertValues(
      tx,
      ordered.slice(i, i + ROWS_PER_STATEMENT).map(([, row]) => row),
      {
        table: 'reconstructions',
        conflict: `on conflict (${KEY}) do update set "ticket" = excluded."ticket", "requested_at" = excluded."requested_at"`,
      },
    );
  }
}

/** What is to do, oldest first. */
export async function pendingReconstructions(
  knex: Knex,
  limit: number,
): Promise<Reconstruction[]> {
  const rows: (KeyRow & { ticket: string })[] = await knex('reconstructions')
    .orderBy('requested_at')
    .limit(limit);
  return rows.map(row => ({ key: fromKeyRow(row), ticket: row.ticket }));
}

/**
 * Replaces the reconstructed points of a score, and takes it off the list. Measured points are left alone. Where it was asked for
 * anew in the meantime, or another replica was faster, nothing is written and the answer is false.
 */
export async function finishReconstruction(
  tx: Knex.Transaction,
  { key, ticket }: Reconstruction,
  points: readonly ScoreHistoryPoint[],
): Promise<boolean> {
  const taken = await tx('reconstructions')
    .where({ ...toKeyRow(key), ticket })
    .delete();
  if (taken === 0) return false;
  await tx('score_history')
    .where({ ...toKeyRow(key), reconstructed: true })
    .delete();
  const rows = points.map(point =>
    toHistoryRow(key, `before:${utcDay(new Date(point.at))}`, point),
  );
  for (let i = 0; i < rows.length; i += 50) {
    await tx('score_history').insert(rows.slice(i, i + 50));
  }
  return true;
}
