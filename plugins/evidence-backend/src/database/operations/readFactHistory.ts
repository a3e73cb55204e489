import { InputError } from '@backstage/errors';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { MAX_HISTORY_VALUES } from '../../domain/limits';
import { rowToFact } from '../rows';
import { DbFactRow } from '../tables';

/** Which values to read; `from` inclusive, `to` exclusive. */
export interface FactHistoryQuery {
  tenant: string;
  entityRef: string;
  environment: string;
  names: string[];
  from: Date;
  to: Date;
}

/**
 * Every value of the default branch in a range, oldest first, after the last one before the range of each name. Where a name has
 * values in the environment, those bound to none are left out.
 *
 * @throws InputError where it would be more than 20,000 values: a cut-off history would be taken for a whole one.
 */
export async function readFactHistory(
  knex: Knex,
  query: FactHistoryQuery,
): Promise<Fact[]> {
  const matching = () =>
    knex<DbFactRow>('facts')
      .where({
        tenant: query.tenant,
        entity_ref: query.entityRef,
        default_branch: true,
      })
      .whereIn('name', query.names)
      .whereIn('environment', [query.environment, '']);

  const lastBefore = matching()
    .where('observed_at', '<', query.from)
    .select(
      'facts.*',
      knex.raw(
        'row_number() over (partition by environment, name order by observed_at desc, seq desc) as place',
      ),
    );
  const before: DbFactRow[] = await knex
    .from(lastBefore.as('last_before'))
    .where({ place: 1 })
    .select('*');
  const within: DbFactRow[] = await matching()
    .where('observed_at', '>=', query.from)
    .where('observed_at', '<', query.to)
    .orderBy(['observed_at', 'seq'])
    .limit(MAX_HISTORY_VALUES + 1);
  if (within.length > MAX_HISTORY_VALUES) {
    throw new InputError(
      `The range holds more than ${MAX_HISTORY_VALUES} values. Ask for a shorter range or fewer names.`,
    );
  }

  const rows = [...before, ...within];
  const bound = new Set(
    rows.filter(row => row.environment !== '').map(row => row.name),
  );
  return rows
    .filter(row => row.environment !== '' || !bound.has(row.name))
    .filter(row => !row.retracted)
    .map(rowToFact)
    .sort(
      (a, b) =>
        Date.parse(a.fact.observedAt) - Date.parse(b.fact.observedAt) ||
        a.seq - b.seq,
    )
    .map(({ fact }) => fact);
}
