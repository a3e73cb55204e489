import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import {
  matchesEntityFilter,
  predicateToFilter,
  tenantOf,
} from '@maestro-conductor/backend-kit';

/** Whether an entity matches a catalog filter predicate, as the lists decide it in SQL. Everything matches no predicate. */
export function entityMatches(
  entity: Entity,
  predicate: JsonObject | undefined,
): boolean {
  return (
    !predicate ||
    matchesEntityFilter(
      { tenant: tenantOf(entity), entity },
      predicateToFilter(predicate as FilterPredicate),
    )
  );
}
