import { PermissionRuleParams } from '@backstage/plugin-permission-common';
import {
  createConditionExports,
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { z } from 'zod/v3';
import { EntityFilter } from '../projection/entityFilter';
import { ENTITY_RULE_FILTERS } from '../projection/entityRuleFilters';
import { matchesEntityFilter } from '../projection/matchesEntityFilter';
import { ProjectedEntity } from '../projection/types';

/**
 * The resource ref, the rules and the conditions of a plugin's own entity resource type: the catalog's six rules by
 * their names there, and HAS_TENANT. Register them by `addResourceType` of the permissions
 * registry. The resource is the projected entity, and what the rules say of it is what SQL says.
 *
 * @param resourceType - `<plugin id>-entity`
 * @public
 */
export function createEntityRules<TPluginId extends string>(
  resourceType: `${TPluginId}-entity`,
) {
  const resourceRef = createPermissionResourceRef<
    ProjectedEntity,
    EntityFilter
  >().with({
    pluginId: resourceType.replace(/-entity$/, '') as TPluginId,
    resourceType,
  });

  const create = <TParams extends PermissionRuleParams>(
    name: string,
    description: string,
    rule: {
      paramsSchema: z.ZodSchema<TParams>;
      toFilter(params: TParams): EntityFilter;
    },
  ) =>
    createPermissionRule<typeof resourceRef, TParams>({
      name,
      description,
      resourceRef,
      paramsSchema: rule.paramsSchema,
      apply: (resource, params) =>
        matchesEntityFilter(resource, rule.toFilter(params as TParams)),
      toQuery: params => rule.toFilter(params as TParams),
    });

  const rules = {
    hasAnnotation: create(
      'HAS_ANNOTATION',
      'Allow entities with the annotation',
      ENTITY_RULE_FILTERS.HAS_ANNOTATION,
    ),
    hasLabel: create(
      'HAS_LABEL',
      'Allow entities with the label',
      ENTITY_RULE_FILTERS.HAS_LABEL,
    ),
    hasMetadata: create(
      'HAS_METADATA',
      'Allow entities with the property in their metadata',
      ENTITY_RULE_FILTERS.HAS_METADATA,
    ),
    hasSpec: create(
      'HAS_SPEC',
      'Allow entities with the property in their spec',
      ENTITY_RULE_FILTERS.HAS_SPEC,
    ),
    isEntityKind: create(
      'IS_ENTITY_KIND',
      'Allow entities of one of the kinds',
      ENTITY_RULE_FILTERS.IS_ENTITY_KIND,
    ),
    isEntityOwner: create(
      'IS_ENTITY_OWNER',
      'Allow entities owned by one of the users or groups',
      ENTITY_RULE_FILTERS.IS_ENTITY_OWNER,
    ),
    hasTenant: create(
      'HAS_TENANT',
      'Allow entities of one of the tenants',
      ENTITY_RULE_FILTERS.HAS_TENANT,
    ),
  };

  return {
    resourceRef,
    rules,
    ...createConditionExports({ resourceRef, rules }),
  };
}
