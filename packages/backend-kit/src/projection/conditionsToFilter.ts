import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { EntityFilter } from './entityFilter';
import { isEntityRuleName, ENTITY_RULE_FILTERS } from './entityRuleFilters';

/**
 * A permission's conditions as a filter, or the names of the rules that cannot be decided here.
 *
 * @public
 */
export type ConditionsAsFilter =
  | { filter: EntityFilter; unknownRules?: undefined }
  | { filter?: undefined; unknownRules: string[] };

/**
 * Translates the conditions of a decision on entities: the catalog's six rules and the suite's HAS_TENANT, whichever
 * resource type they are for. A rule with parameters that it does not take counts as unknown.
 *
 * @public
 */
export function conditionsToFilter(
  criteria: PermissionCriteria<PermissionCondition>,
): ConditionsAsFilter {
  const unknown = new Set<string>();
  const filter = translate(criteria, unknown);
  return unknown.size > 0 ? { unknownRules: [...unknown].sort() } : { filter };
}

function translate(
  criteria: PermissionCriteria<PermissionCondition>,
  unknown: Set<string>,
): EntityFilter {
  if ('allOf' in criteria) {
    return { allOf: criteria.allOf.map(part => translate(part, unknown)) };
  }
  if ('anyOf' in criteria) {
    return { anyOf: criteria.anyOf.map(part => translate(part, unknown)) };
  }
  if ('not' in criteria) {
    return { not: translate(criteria.not, unknown) };
  }
  const filter = isEntityRuleName(criteria.rule)
    ? ENTITY_RULE_FILTERS[criteria.rule].read(criteria.params)
    : undefined;
  if (!filter) {
    unknown.add(criteria.rule);
  }
  return filter ?? { anyOf: [] };
}
