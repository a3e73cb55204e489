import { Knex } from 'knex';
import { TransitionLog } from '@maestro-conductor/backend-kit';
import {
  BELOW_THRESHOLD,
  belowThreshold,
  SETTLING_MS,
} from '../../domain/belowThreshold';
import { SavedScores } from './saveScores';

/** Keeps, in the transaction of the scores, which of them fell below their threshold or rose to it. */
export async function recordThresholds(
  tx: Knex.Transaction,
  log: TransitionLog,
  { crossed }: SavedScores,
): Promise<void> {
  if (crossed.length === 0) return;
  const settled = crossed.filter(
    ({ score, ready, firstEvaluatedAt }) =>
      ready ||
      Date.parse(score.evaluatedAt) - firstEvaluatedAt.getTime() >= SETTLING_MS,
  );
  await log.record(
    tx,
    settled.map(({ score, ready }) => belowThreshold(score, ready)),
    new Date(crossed[0].score.evaluatedAt),
  );
}

/** Forgets the conditions of scores that are no longer kept: nobody is to be told of them, and they begin anew when they come back. */
export async function forgetObsoleteThresholds(
  tx: Knex.Transaction,
): Promise<number> {
  return await tx('conditions')
    .where('rule', BELOW_THRESHOLD)
    .whereNotExists(
      tx('scores as s')
        .select('s.entity_ref')
        .whereRaw(
          's.entity_ref = conditions.entity_ref and s.environment = conditions.key',
        ),
    )
    .delete();
}
