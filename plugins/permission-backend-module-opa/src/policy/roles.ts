import { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** Roles that configuration can give, in the order in which they are shown. */
export const ROLES = ['administrator', 'auditor', 'manager'] as const;

/** What a person may be in the whole portal, beside owning things. */
export type Role = (typeof ROLES)[number];

/** Role → lower-case entity references that hold it. */
export type RoleConfig = ReadonlyMap<Role, ReadonlySet<string>>;

const ENTITY_REF = /^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/;

function isRole(name: string): name is Role {
  return (ROLES as readonly string[]).includes(name);
}

/**
 * Reads `conductor.roles`; a role that is not configured is held by nobody.
 *
 * @throws InputError for a role that does not exist, and for an entry that is
 *   not a full entity reference: a slip there must not quietly take a role away
 */
export function readRoleConfig(config: Config): RoleConfig {
  const roles = new Map<Role, ReadonlySet<string>>();
  const section = config.getOptionalConfig('conductor.roles');
  for (const name of section?.keys() ?? []) {
    if (!isRole(name)) {
      throw new InputError(
        `conductor.roles.${name} is no role; the roles are ${ROLES.join(', ')}`,
      );
    }
    const refs = section?.getStringArray(name) ?? [];
    refs.forEach((ref, index) => {
      if (!ENTITY_REF.test(ref)) {
        throw new InputError(
          `conductor.roles.${name}[${index}] must be a full entity reference such as group:default/auditors, but is "${ref}"`,
        );
      }
    });
    roles.set(name, new Set(refs.map(ref => ref.toLocaleLowerCase('en-US'))));
  }
  return roles;
}

/**
 * @param roles - who holds which role
 * @param ownership - entity references that a person owns things as
 * @returns the roles that the person holds, none where nothing matches
 */
export function rolesOf(roles: RoleConfig, ownership: string[]): Role[] {
  const owned = ownership.map(ref => ref.toLocaleLowerCase('en-US'));
  return ROLES.filter(role => owned.some(ref => roles.get(role)?.has(ref)));
}
