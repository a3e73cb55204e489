import { CatalogProjection } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';
import { chunks } from './chunks';

/** Whose facts to read, of which environment and of none. */
export interface FactSheetsQuery {
  entityRefs: string[];
  environment: string;
}

/** A kept sheet; `sheet` is the JSON text of a `FactSheet`, which is passed on as it is. */
export interface StoredFactSheet {
  tenant: string;
  entityRef: string;
  environment: string;
  sheet: string;
}

const REFS_PER_STATEMENT = 1000;

/** The sheets of entities, of the environment and of none, as far as they are kept for the tenant that the entity is of now. */
export async function readFactSheets(
  knex: Knex,
  projection: CatalogProjection,
  query: FactSheetsQuery,
): Promise<StoredFactSheet[]> {
  const found: StoredFactSheet[] = [];
  for (const refs of chunks(query.entityRefs, REFS_PER_STATEMENT)) {
    const rows = await knex({ s: 'fact_sheets' })
      .join({ e: projection.tables.entities }, join =>
        join.on('e.entity_ref', 's.entity_ref').andOn('e.tenant', 's.tenant'),
      )
      .whereIn('e.entity_ref', refs)
      .whereNull('e.deleted_at')
      .whereIn('s.environment', [query.environment, ''])
      .select('s.tenant', 's.entity_ref', 's.environment', 's.sheet');
    for (const row of rows) {
      found.push({
        tenant: row.tenant,
        entityRef: row.entity_ref,
        environment: row.environment,
        sheet: row.sheet,
      });
    }
  }
  return found;
}
