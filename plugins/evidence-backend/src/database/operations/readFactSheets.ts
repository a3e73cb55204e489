import { CatalogProjection, whereOneOf } from '@maestro-conductor/backend-kit';
import { Knex } from 'knex';

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

/** The sheets of entities, of the environment and of none, as far as they are kept for the tenant that the entity is of now. */
export async function readFactSheets(
  knex: Knex,
  projection: CatalogProjection,
  query: FactSheetsQuery,
): Promise<StoredFactSheet[]> {
  const sheets = knex({ s: 'fact_sheets' })
    .join({ e: projection.tables.entities }, join =>
      join.on('e.entity_ref', 's.entity_ref').andOn('e.tenant', 's.tenant'),
    )
    .whereNull('e.deleted_at')
    .whereIn('s.environment', [query.environment, ''])
    .select('s.tenant', 's.entity_ref', 's.environment', 's.sheet');
  const rows = await whereOneOf(knex, sheets, 'e.entity_ref', query.entityRefs);
  return rows.map(row => ({
    tenant: row.tenant,
    entityRef: row.entity_ref,
    environment: row.environment,
    sheet: row.sheet,
  }));
}
