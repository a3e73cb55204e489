import {
  FacetValue,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import { Knex } from 'knex';
import { RecordFilter, recordsMatching } from './recordsMatching';

/** Values of one facet; more would be no help to choose from. */
const MAX_VALUES = 200;

/** What the records of an entity can be filtered by, the most frequent values first. */
export async function countRecordFacets(
  knex: Knex,
  entity: Pick<RecordFilter, 'tenant' | 'entityRef'>,
): Promise<RecordFacets> {
  const matching = () => recordsMatching(knex, entity);
  const values = async (column: string): Promise<FacetValue[]> => {
    const rows: Array<{ value: string; count: number | string }> =
      await matching()
        .select({ value: `records.${column}` })
        .count({ count: '*' })
        .groupBy(`records.${column}`)
        .orderBy([{ column: 'count', order: 'desc' }, { column: 'value' }])
        .limit(MAX_VALUES);
    return rows.map(({ value, count }) => ({ value, count: Number(count) }));
  };
  const [{ total }] = await matching().count({ total: '*' });
  return {
    totalItems: Number(total),
    kinds: await values('kind'),
    environments: await values('environment'),
    producers: await values('producer'),
    branches: await values('ref'),
  };
}
