import { buildSearchRows, SearchRow } from './buildSearchRows';
import { EntityFilter } from './entityFilter';
import { ProjectedEntity } from './types';

/**
 * Decides a filter in memory, as the SQL of `CatalogProjection` decides it.
 *
 * @public
 */
export function matchesEntityFilter(
  projected: Pick<ProjectedEntity, 'tenant' | 'entity'>,
  filter: EntityFilter,
): boolean {
  return matches(filter, projected.tenant, buildSearchRows(projected.entity));
}

function matches(
  filter: EntityFilter,
  tenant: string,
  rows: SearchRow[],
): boolean {
  if ('allOf' in filter) {
    return filter.allOf.every(part => matches(part, tenant, rows));
  }
  if ('anyOf' in filter) {
    return filter.anyOf.some(part => matches(part, tenant, rows));
  }
  if ('not' in filter) {
    return !matches(filter.not, tenant, rows);
  }
  if ('tenant' in filter) {
    return filter.tenant.values.includes(tenant);
  }
  if ('prefix' in filter) {
    const { key, start } = filter.prefix;
    return rows.some(row => row.key === key && row.value?.startsWith(start));
  }
  const { key, values } = filter.search;
  return rows.some(
    row =>
      row.key === key &&
      (!values || (row.value !== null && values.includes(row.value))),
  );
}
