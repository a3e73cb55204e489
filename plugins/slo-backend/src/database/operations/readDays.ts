import { wantedRows } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { DayRow } from '../rows';
import { StoredBlock, StoredRollUp } from '../SampleStore';
import { fromSumColumns } from '../sums';

/** The sums of days, without their blocks. @see SampleStore */
export async function readRollUps(
  knex: Knex,
  requests: readonly { objectiveId: string; fromDay: number; after: number }[],
): Promise<StoredRollUp[]> {
  if (requests.length === 0) return [];
  const wanted = wantedRows(
    knex,
    'wanted',
    { id: 'text', from_day: 'integer', after: 'integer' },
    requests.map(({ objectiveId, fromDay, after }) => ({
      id: objectiveId,
      from_day: fromDay,
      after,
    })),
  );
  const rows: DayRow[] = await knex
    .from(wanted)
    .join('sample_days as d', join =>
      join
        .on('d.objective_id', '=', 'wanted.id')
        .andOn('d.day', '>=', 'wanted.from_day')
        .andOn('d.revision', '>', 'wanted.after'),
    )
    .orderBy(['d.objective_id', 'd.day'])
    .select(
      'd.objective_id',
      'd.day',
      'd.good',
      'd.total',
      'd.minutes',
      'd.slices_known',
      'd.slices_bad',
      'd.slices_lost',
      'd.rule',
      'd.revision',
    );
  return rows.map(row => ({
    objectiveId: row.objective_id,
    day: row.day,
    ...fromSumColumns(row),
    rule: row.rule,
    revision: row.revision,
  }));
}

/** Packed days. @see SampleStore */
export async function readBlocks(
  knex: Knex,
  requests: readonly { objectiveId: string; day: number }[],
): Promise<StoredBlock[]> {
  if (requests.length === 0) return [];
  const wanted = wantedRows(
    knex,
    'wanted',
    { id: 'text', day: 'integer' },
    requests.map(({ objectiveId: id, day }) => ({ id, day })),
  );
  const rows: DayRow[] = await knex
    .from(wanted)
    .join('sample_days as d', join =>
      join
        .on('d.objective_id', '=', 'wanted.id')
        .andOn('d.day', '=', 'wanted.day'),
    )
    .select('d.objective_id', 'd.day', 'd.block');
  return rows.map(({ objective_id: objectiveId, day, block }) => ({
    objectiveId,
    day,
    block,
  }));
}
