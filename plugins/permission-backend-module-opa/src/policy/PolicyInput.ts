import { Permission } from '@backstage/plugin-permission-common';
import { Role } from './roles';

/** What the policy is asked. Always an object, never empty. */
export interface PolicyInput {
  /** Who asks; absent where nobody is signed in. */
  user?: {
    ref: string;
    /** References that the person owns things as: themselves and their groups. */
    ownership: string[];
    roles: Role[];
  };
  permission: {
    name: string;
    action?: 'create' | 'read' | 'update' | 'delete';
    type: 'basic' | 'resource';
    resourceType?: string;
  };
}

/**
 * @param permission - what is asked for
 * @param user - who asks, where anyone is signed in
 */
export function toPolicyInput(
  permission: Permission,
  user?: PolicyInput['user'],
): PolicyInput {
  return {
    ...(user && { user }),
    permission: {
      name: permission.name,
      type: permission.type,
      ...(permission.attributes.action && {
        action: permission.attributes.action,
      }),
      ...(permission.type === 'resource' && {
        resourceType: permission.resourceType,
      }),
    },
  };
}
