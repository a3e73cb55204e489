import { InputError } from '@backstage/errors';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { PolicyOutput } from './parsePolicyOutput';

const RESOURCE_TYPE = /^(.+)-(entity|task)$/;

/**
 * Which plugin applies the conditions of a resource type. Resource types are
 * named after their plugin: `catalog-entity`, `evidence-entity`, `scaffolder-task`.
 */
function pluginIdOf(resourceType: string): string {
  const pluginId = RESOURCE_TYPE.exec(resourceType)?.[1];
  if (!pluginId) {
    throw new InputError(
      `conditions need a resource type named <plugin>-entity or <plugin>-task, not "${resourceType}"`,
    );
  }
  return pluginId;
}

/**
 * Puts the policy's answer in the words of the permission framework.
 *
 * @throws InputError for conditions on a permission that has no resource, or
 *   about a resource type other than the permission's own
 */
export function toPolicyDecision(
  permission: Permission,
  output: PolicyOutput,
): PolicyDecision {
  if (output.effect !== 'conditional') {
    return {
      result:
        output.effect === 'allow'
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    };
  }
  if (permission.type !== 'resource') {
    throw new InputError('conditions need a permission with a resource');
  }
  const { resourceType } = permission;
  const other = output.anyOf.find(item => item.resourceType !== resourceType);
  if (other) {
    throw new InputError(
      `conditions must be about "${resourceType}", not "${other.resourceType}"`,
    );
  }
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: pluginIdOf(resourceType),
    resourceType,
    conditions: { anyOf: output.anyOf },
  };
}
