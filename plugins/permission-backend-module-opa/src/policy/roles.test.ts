import { ConfigReader } from '@backstage/config';
import { readRoleConfig, rolesOf } from './roles';

function rolesFrom(roles: Record<string, unknown>) {
  return readRoleConfig(new ConfigReader({ conductor: { roles } } as never));
}

describe('readRoleConfig', () => {
  it('gives nobody a role where nothing is configured', () => {
    const roles = readRoleConfig(new ConfigReader({}));
    expect(rolesOf(roles, ['group:default/portal-admins'])).toEqual([]);
  });

  it.each([
    [
      { administrators: ['group:default/portal-admins'] },
      'conductor.roles.administrators is no role; the roles are administrator, auditor, manager',
    ],
    [
      { auditor: ['group:default/auditors', 'auditors'] },
      'conductor.roles.auditor[1] must be a full entity reference such as group:default/auditors, but is "auditors"',
    ],
    [
      { manager: ['group:default/managers/all'] },
      'conductor.roles.manager[0] must be a full entity reference such as group:default/auditors, but is "group:default/managers/all"',
    ],
  ])('refuses %j', (roles, message) => {
    expect(() => rolesFrom(roles)).toThrow(message);
  });

  it('refuses what is not a list', () => {
    expect(() => rolesFrom({ auditor: 'group:default/auditors' })).toThrow(
      /conductor\.roles\.auditor/,
    );
  });
});

describe('rolesOf', () => {
  const roles = rolesFrom({
    administrator: ['group:default/portal-admins'],
    auditor: ['Group:default/Auditors', 'user:default/aida.auditor'],
  });

  it.each([
    [[], []],
    [['group:default/edge-team'], []],
    [['group:default/portal-admins-of-nothing'], []],
    [['group:default/portal-admins'], ['administrator']],
    [['user:default/aida.auditor'], ['auditor']],
    [['GROUP:default/auditors'], ['auditor']],
    [
      ['group:default/auditors', 'group:default/portal-admins'],
      ['administrator', 'auditor'],
    ],
  ])('owning things as %j gives %j', (ownership, expected) => {
    expect(rolesOf(roles, ownership)).toEqual(expected);
  });
});
