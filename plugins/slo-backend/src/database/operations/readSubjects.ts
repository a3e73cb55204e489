import { Knex } from 'knex';
import { OpenBurn } from '../../domain/burnChanges';
import { HeadRow, orNothing, toDate } from '../rows';
import { Subject } from '../StateStore';
import { BurnRow } from '../stateRows';
import { groupBy } from '../../domain/groupBy';

type SubjectRow = {
  id: string;
  tenant: string;
  entity_ref: string;
  environment: string;
  title: string;
  definition: string;
  state: string | null;
  state_revision: number | null;
} & Pick<HeadRow, 'first_minute' | 'last_minute' | 'read_until'> & {
    revision: number | null;
  };

/** Ids of what is to be evaluated. @see StateStore */
export async function dueObjectives(
  knex: Knex,
  evaluatedBefore: Date,
): Promise<string[]> {
  return await knex('objectives as o')
    .leftJoin('sample_heads as h', 'h.objective_id', 'o.id')
    .leftJoin('states as s', 's.objective_id', 'o.id')
    .whereNull('o.removed_at')
    .where(due =>
      due
        .whereNull('s.objective_id')
        .orWhere('s.evaluated_at', '<=', evaluatedBefore)
        .orWhereRaw('s.digest <> o.digest')
        .orWhereRaw('s.samples <> coalesce(h.revision, 0)'),
    )
    .orderBy('o.id')
    .pluck('o.id');
}

/** @see StateStore */
export async function readSubjects(
  knex: Knex,
  ids: readonly string[],
): Promise<Subject[]> {
  const rows: SubjectRow[] = await knex('objectives as o')
    .leftJoin('sample_heads as h', 'h.objective_id', 'o.id')
    .leftJoin('states as s', 's.objective_id', 'o.id')
    .whereIn('o.id', ids)
    .whereNull('o.removed_at')
    .orderBy('o.id')
    .select(
      'o.id',
      'o.tenant',
      'o.entity_ref',
      'o.environment',
      'o.title',
      'o.definition',
      'h.revision',
      'h.first_minute',
      'h.last_minute',
      'h.read_until',
      's.state',
      's.revision as state_revision',
    );
  const burns: BurnRow[] = await knex('burns')
    .whereIn('objective_id', ids)
    .whereNull('ended_at');
  const open = groupBy(burns, burn => burn.objective_id);
  return rows.map(row => ({
    id: row.id,
    tenant: row.tenant,
    entityRef: row.entity_ref,
    environment: row.environment,
    title: row.title,
    definition: JSON.parse(row.definition),
    samples: row.revision ?? 0,
    firstMinute: orNothing(row.first_minute),
    lastMinute: orNothing(row.last_minute),
    readUntil: orNothing(row.read_until),
    ...(row.state !== null && {
      previous: {
        state: JSON.parse(row.state),
        revision: row.state_revision ?? 0,
      },
    }),
    openBurns: (open.get(row.id) ?? []).map(toOpenBurn),
  }));
}

function toOpenBurn(row: BurnRow): OpenBurn {
  return {
    id: row.id,
    row: row.row,
    severity: row.severity,
    startedAt: toDate(row.started_at),
    seenAt: toDate(row.seen_at),
    peak: row.peak,
  };
}
