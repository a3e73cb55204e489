import { ObjectiveItem } from '@maestro-conductor/plugin-slo-common';
import { Knex } from 'knex';
import { toObjective } from '../../domain/toObjective';
import { ObjectiveRow } from '../documentRows';
import { HeadRow, orNothing, toDate } from '../rows';
import { StateRow } from '../stateRows';

/** What an item is made of. */
export type ItemRow = Pick<
  ObjectiveRow,
  'id' | 'tenant' | 'definition' | 'queries'
> & { owner_ref: string | null } & {
  [K in keyof Pick<StateRow, 'state' | 'trend'>]: StateRow[K] | null;
} & { [K in keyof Pick<HeadRow, 'problem' | 'problem_since'>]: HeadRow[K] };

/** Adds what items are made of to a query on objectives `o`, entities `e` and states `s`. */
export function selectItems(query: Knex.QueryBuilder): Knex.QueryBuilder {
  return query
    .leftJoin({ h: 'sample_heads' }, 'h.objective_id', 'o.id')
    .select(
      'o.id',
      'o.tenant',
      'o.definition',
      'o.queries',
      'e.owner_ref',
      's.state',
      's.trend',
      'h.problem',
      'h.problem_since',
    );
}

/** A row of a board. */
export function toItem(row: ItemRow): ObjectiveItem {
  const { problem, problem_since: since } = row;
  return {
    objective: toObjective({
      id: row.id,
      tenant: row.tenant,
      definition: JSON.parse(row.definition),
      queries: JSON.parse(row.queries),
      ownerRef: orNothing(row.owner_ref),
    }),
    ...(row.state !== null && { state: JSON.parse(row.state) }),
    ...(problem !== null &&
      since !== null && {
        sourceProblem: {
          message: problem,
          since: toDate(since).toISOString(),
        },
      }),
    trend: row.trend === null ? [] : JSON.parse(row.trend),
  };
}
