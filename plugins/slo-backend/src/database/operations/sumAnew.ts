import { setImmediate as nextTurn } from 'node:timers/promises';
import { BudgetRule, decodeDay } from '@maestro-conductor/slo-engine';
import { Knex } from 'knex';
import { DayRow } from '../rows';
import { toSumColumns } from '../sums';
import { lockHeads, writeHeads } from './lockHeads';

/** Days between two turns of the event loop: about 2 ms of work. */
const CHUNK = 20;

/** Sums up days anew, in a transaction that nothing else is written in. Writers of the objective wait meanwhile. @see SampleStore */
export async function sumAnew(
  tx: Knex.Transaction,
  request: { objectiveId: string; rule: BudgetRule; days: readonly number[] },
): Promise<void> {
  const { objectiveId, rule, days } = request;
  const heads = await lockHeads(tx, [objectiveId]);
  const head = heads.get(objectiveId)!;
  const revision = head.revision + 1;
  for (let start = 0; start < days.length; start += CHUNK) {
    const rows: DayRow[] = await tx('sample_days')
      .where('objective_id', objectiveId)
      .whereIn('day', days.slice(start, start + CHUNK))
      .select('day', 'block');
    for (const { day, block } of rows) {
      await tx('sample_days')
        .where({ objective_id: objectiveId, day })
        .update({ ...toSumColumns(decodeDay(block), rule), revision });
    }
    await nextTurn();
  }
  await writeHeads(tx, [{ ...head, revision }]);
}
