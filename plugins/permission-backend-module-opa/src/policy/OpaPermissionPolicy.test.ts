import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  Permission,
  PolicyDecision,
  ResourcePermission,
  createPermission,
} from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { evidencePermissions } from '@maestro-conductor/plugin-evidence-common';
import { readinessPermissions } from '@maestro-conductor/plugin-readiness-common';
import { sloPermissions } from '@maestro-conductor/plugin-slo-common';
import fc from 'fast-check';
import {
  PolicyEvaluator,
  loadPolicyEvaluator,
} from '../bundle/loadPolicyEvaluator';
import { readPolicyBundle } from '../bundle/readPolicyBundle';
import { PORTAL_BUNDLE, readPortalMatrix } from '../testing/portalMatrix';
import { OpaPermissionPolicy } from './OpaPermissionPolicy';
import { PolicyInput, toPolicyInput } from './PolicyInput';
import { parsePolicyOutput } from './parsePolicyOutput';
import { Role, readRoleConfig } from './roles';

const matrix = readPortalMatrix();
const permissions: Permission[] = [
  ...catalogPermissions,
  ...evidencePermissions,
  ...readinessPermissions,
  ...scaffolderPermissions,
  ...sloPermissions,
];
const roles = readRoleConfig(
  new ConfigReader({
    conductor: {
      roles: {
        administrator: ['group:default/portal-admins'],
        auditor: ['group:default/auditors'],
        manager: ['group:default/managers'],
      },
    },
  }),
);
const cases = matrix.rows.flatMap(row =>
  row.effects.map((effect, column) => ({
    person: matrix.columns[column],
    name: row.permission.name,
    effect,
  })),
);

function permissionNamed(name: string): Permission {
  const found = permissions.find(permission => permission.name === name);
  if (!found) throw new Error(`No plugin has the permission ${name}`);
  return found;
}

function queryUser(user: PolicyInput['user']) {
  return (
    user && {
      credentials: mockCredentials.user(user.ref),
      info: { userEntityRef: user.ref, ownershipEntityRefs: user.ownership },
    }
  );
}

function expectedDecision(
  effect: 'allow' | 'deny' | 'conditional',
  permission: Permission,
  user: PolicyInput['user'],
): PolicyDecision {
  if (effect === 'allow') return { result: AuthorizeResult.ALLOW };
  if (effect === 'deny') return { result: AuthorizeResult.DENY };
  const { resourceType } = permission as ResourcePermission;
  const ownership =
    resourceType === 'scaffolder-task'
      ? { rule: 'IS_TASK_OWNER', params: { createdBy: user ? [user.ref] : [] } }
      : { rule: 'IS_ENTITY_OWNER', params: { claims: user?.ownership ?? [] } };
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: permission.name.split('.')[0],
    resourceType,
    conditions: {
      anyOf: [{ resourceType, ...ownership }],
    },
  };
}

describe('the portal policy', () => {
  let evaluator: PolicyEvaluator;
  const logger = mockServices.logger.mock();

  beforeAll(async () => {
    evaluator = await loadPolicyEvaluator(
      await readPolicyBundle(PORTAL_BUNDLE),
    );
  });

  it('has an expectation for every permission of the portal, as the plugins define it', () => {
    const byName = (a: { name: string }, b: { name: string }) =>
      a.name.localeCompare(b.name);
    expect(matrix.rows.map(row => row.permission).sort(byName)).toEqual(
      permissions
        .map(permission => toPolicyInput(permission).permission)
        .sort(byName),
    );
  });

  it.each(cases)(
    '$person, $name: $effect',
    async ({ person, name, effect }) => {
      const { user } = matrix.people[person];
      const permission = permissionNamed(name);

      expect(evaluator.evaluate(toPolicyInput(permission, user))).toMatchObject(
        {
          effect,
        },
      );

      const policy = new OpaPermissionPolicy({ evaluator, roles, logger });
      const decision = await policy.handle({ permission }, queryUser(user));
      expect(decision).toEqual(expectedDecision(effect, permission, user));
      expect(logger.error).not.toHaveBeenCalled();
    },
  );

  it('never allows a write without condition to a person without a role, but to use a template', () => {
    const openWrites = ['scaffolder.action.execute', 'scaffolder.task.create'];
    const name = fc.oneof(
      fc.string().filter(candidate => !openWrites.includes(candidate)),
      fc.constantFrom(
        ...matrix.rows
          .map(row => row.permission.name)
          .filter(candidate => !openWrites.includes(candidate)),
      ),
    );
    const resourceType = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'catalog-entity',
        'evidence-entity',
        'readiness-entity',
        'scaffolder-task',
      ),
    );
    const action = fc.constantFrom(
      'create' as const,
      'update' as const,
      'delete' as const,
      undefined,
    );
    fc.assert(
      fc.property(
        fc.record({
          user: fc.record({
            ref: fc.string(),
            ownership: fc.array(fc.string(), { maxLength: 5 }),
            roles: fc.constantFrom<Role[]>([], ['manager']),
          }),
          permission: fc.record({
            name,
            action,
            type: fc.constantFrom('basic' as const, 'resource' as const),
            resourceType,
          }),
        }),
        input => {
          const output = parsePolicyOutput(evaluator.evaluate(input));
          expect(output.effect).not.toBe('allow');
        },
      ),
    );
  });

  it('keeps its memory over many decisions, and its answers after a large one', () => {
    const permission = permissionNamed('evidence.content.read');
    const user = { ref: 'user:default/edda.engineer', roles: [] };
    const small = { ...user, ownership: ['group:default/edge-team'] };
    const large = {
      ...user,
      ownership: Array.from({ length: 5000 }, (_, i) => `group:default/g${i}`),
    };
    const before = evaluator.evaluate(toPolicyInput(permission, small));
    expect(evaluator.evaluate(toPolicyInput(permission, large))).toMatchObject({
      anyOf: [{ params: { claims: { length: 5000 } } }],
    });
    for (let i = 0; i < 2000; i++) {
      evaluator.evaluate(toPolicyInput(permission, small));
    }
    expect(evaluator.evaluate(toPolicyInput(permission, small))).toEqual(
      before,
    );
  });
});

describe('OpaPermissionPolicy', () => {
  const permission = createPermission({
    name: 'sample.thing\nread',
    attributes: { action: 'read' },
    resourceType: 'sample-entity',
  });
  const user = queryUser({
    ref: 'user:default/adam.admin',
    ownership: ['group:default/portal-admins'],
    roles: [],
  });

  it.each<[string, () => unknown]>([
    [
      'the policy breaks off',
      () => {
        throw new Error('unreachable');
      },
    ],
    ['the policy says nothing', () => undefined],
    ['the policy says yes in other words', () => true],
    ['the effect is unknown', () => ({ effect: 'permit', reason: 'x' })],
    [
      'there are no conditions',
      () => ({ effect: 'conditional', anyOf: [], reason: 'x' }),
    ],
    [
      'the condition is about something else',
      () => ({
        effect: 'conditional',
        anyOf: [{ resourceType: 'catalog-entity', rule: 'X', params: {} }],
        reason: 'x',
      }),
    ],
  ])('denies and logs where %s', async (_what, evaluate) => {
    const logger = mockServices.logger.mock();
    const policy = new OpaPermissionPolicy({
      evaluator: { evaluate },
      roles,
      logger,
    });

    await expect(policy.handle({ permission }, user)).resolves.toEqual({
      result: AuthorizeResult.DENY,
    });
    expect(logger.error).toHaveBeenCalledTimes(1);
    expect(logger.error).toHaveBeenCalledWith(
      'Permission "sample.thing\\nread" is denied because the policy could not decide it',
      expect.objectContaining({
        message: expect.stringContaining('Policy evaluation failed'),
      }),
    );
  });
});
