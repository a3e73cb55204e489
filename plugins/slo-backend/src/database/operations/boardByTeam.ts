import { setImmediate as nextTurn } from 'node:timers/promises';
import { EntityRestriction } from '@maestro-conductor/backend-kit';
import {
  ObjectiveStatus,
  TeamBoardItem,
} from '@maestro-conductor/plugin-slo-common';
import { groupBy } from '../../domain/groupBy';
import { CountedObjective, rollUpTeams } from '../../domain/rollUpTeams';
import { orNothing, toDate } from '../rows';
import { BoardSource, visibleObjectives } from './matchingObjectives';

/** Rows of one query: SQLite gives the event loop no turn within one, and these take about 5 ms. */
const PAGE = 1_000;

interface CountedRow {
  id: string;
  entity_ref: string;
  title: string;
  status: ObjectiveStatus | null;
  burning: boolean | number | null;
  budget_left: number | null;
  evaluated_at: Date | number | string | null;
}

/** @see BoardStore */
export async function boardByTeam(
  source: BoardSource,
  restrictions: { services: EntityRestriction; groups: EntityRestriction },
): Promise<TeamBoardItem[]> {
  const { knex, projection } = source;
  const objectives = await readObjectives(source, restrictions.services);
  return rollUpTeams(objectives, {
    owners: await readOwners(source),
    closure: await projection.groupClosure(knex),
    titles: await groupTitles(source, restrictions.groups),
  });
}

async function readObjectives(
  source: BoardSource,
  restriction: EntityRestriction,
): Promise<CountedObjective[]> {
  const visible = await visibleObjectives(source, restriction);
  const objectives: CountedObjective[] = [];
  for (let after = ''; ; ) {
    const rows: CountedRow[] = await visible()
      .where('o.id', '>', after)
      .orderBy('o.id')
      .limit(PAGE)
      .select(
        'o.id',
        'o.entity_ref',
        'o.title',
        's.status',
        's.burning',
        's.budget_left',
        's.evaluated_at',
      );
    for (const row of rows) objectives.push(toCounted(row));
    if (rows.length < PAGE) return objectives;
    after = rows[rows.length - 1].id;
    await nextTurn();
  }
}

function toCounted(row: CountedRow): CountedObjective {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    title: row.title,
    status: orNothing(row.status),
    burning: Boolean(row.burning),
    budgetLeft: orNothing(row.budget_left),
    evaluatedAt:
      row.evaluated_at === null
        ? undefined
        : toDate(row.evaluated_at).getTime(),
  };
}

/** Of entities that have objectives. */
async function readOwners({
  knex,
  projection,
}: BoardSource): Promise<Map<string, string[]>> {
  const rows: { entity_ref: string; owner_ref: string }[] = await knex({
    w: projection.tables.owners,
  })
    .whereIn(
      'w.entity_ref',
      knex('objectives').whereNull('removed_at').select('entity_ref'),
    )
    .select('w.entity_ref', 'w.owner_ref');
  const owners = groupBy(rows, row => row.entity_ref);
  return new Map(
    [...owners].map(([ref, own]) => [ref, own.map(row => row.owner_ref)]),
  );
}

async function groupTitles(
  { knex, projection }: BoardSource,
  restriction: EntityRestriction,
): Promise<Map<string, string>> {
  const query = knex({ e: projection.tables.entities })
    .where('e.kind', 'group')
    .whereNull('e.deleted_at')
    .orderBy('e.entity_ref')
    .select('e.entity_ref', 'e.title');
  const rows: { entity_ref: string; title: string }[] = await restriction.apply(
    query,
    'e.entity_ref',
  );
  const titles = new Map(rows.map(row => [row.entity_ref, row.title]));
  if (!restriction.unknownRule) return titles;
  const allowed = await restriction.filterPage([...titles.keys()]);
  return new Map(allowed.map(ref => [ref, titles.get(ref)!]));
}
