import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  Permission,
  PermissionRuleParams,
} from '@backstage/plugin-permission-common';
import permissionBackend from '@backstage/plugin-permission-backend';
import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import {
  evidenceContentReadPermission,
  evidencePermissions,
  evidenceRecordReadPermission,
} from '@maestro-conductor/plugin-evidence-common';
import { readinessGateAskPermission } from '@maestro-conductor/plugin-readiness-common';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import permissionModuleOpa from './index';
import { PORTAL_BUNDLE } from './testing/portalMatrix';

const OWNERS: Record<string, string> = {
  'component:default/gateway': 'group:default/edge-team',
  'component:default/llm-router': 'group:default/ai-team',
};
const GROUPS: Record<string, string[]> = {
  'user:default/edda.engineer': ['group:default/edge-team'],
  'user:default/aida.auditor': ['group:default/auditors'],
  'user:default/adam.admin': ['group:default/portal-admins'],
};
const ROLES = {
  administrator: ['group:default/portal-admins'],
  auditor: ['group:default/auditors'],
};

const evidenceEntity = createPermissionResourceRef<string, string[]>().with({
  pluginId: 'evidence',
  resourceType: 'evidence-entity',
});

/** Stands for the evidence plugin: applies conditions to a table of owners. */
const evidencePlugin = createBackendPlugin({
  pluginId: 'evidence',
  register(env) {
    env.registerInit({
      deps: { permissions: coreServices.permissionsRegistry },
      async init({ permissions }) {
        permissions.addResourceType({
          resourceRef: evidenceEntity,
          permissions: evidencePermissions,
          rules: [
            createPermissionRule<
              typeof evidenceEntity,
              PermissionRuleParams & { claims: string[] }
            >({
              name: 'IS_ENTITY_OWNER',
              description: 'Entities with one of these owners',
              resourceRef: evidenceEntity,
              apply: (owner, { claims }) => claims.includes(owner),
              toQuery: ({ claims }) => claims,
            }),
          ],
          getResources: async refs => refs.map(ref => OWNERS[ref]),
        });
      },
    });
  },
});

function startPortal(config: {
  permission?: { opa: { bundle: string } };
  conductor?: { roles: Record<string, string[]> };
}) {
  return startTestBackend({
    features: [
      permissionBackend,
      permissionModuleOpa,
      evidencePlugin,
      mockServices.rootConfig.factory({
        data: {
          ...config,
          permission: { enabled: true, ...config.permission },
        },
      }),
      mockServices.userInfo.mock({
        async getUserInfo(credentials) {
          const { userEntityRef } = (
            credentials as ReturnType<typeof mockCredentials.user>
          ).principal;
          return {
            userEntityRef,
            ownershipEntityRefs: [
              userEntityRef,
              ...(GROUPS[userEntityRef] ?? []),
            ],
          };
        },
      }).factory,
    ],
  });
}

describe('permissionModuleOpa', () => {
  const directory = createMockDirectory();

  it('decides for the people of a portal', async () => {
    const { server } = await startPortal({ conductor: { roles: ROLES } });

    const post = async (path: string, authorization: string, item: object) => {
      const response = await fetch(
        `http://localhost:${server.port()}/api/${path}`,
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization },
          body: JSON.stringify({ items: [{ id: '1', ...item }] }),
        },
      );
      if (!response.ok) throw new Error(await response.text());
      return (await response.json()).items[0];
    };

    // As a plugin does that asks in the name of a person: first the decision,
    // then, where it has conditions, what they mean for the resource.
    const ask = async (
      user: string,
      permission: Permission,
      resourceRef: string,
    ) => {
      const token = mockCredentials.user.token(`user:default/${user}`, {
        actor: { subject: 'plugin:evidence' },
      });
      const decision = await post('permission/authorize', `Bearer ${token}`, {
        permission,
      });
      if (decision.result !== 'CONDITIONAL') return decision.result;
      const applied = await post(
        `${decision.pluginId}/.well-known/backstage/permissions/apply-conditions`,
        mockCredentials.service.header(),
        { ...decision, resourceRef },
      );
      return applied.result;
    };

    const gateway = 'component:default/gateway';
    const router = 'component:default/llm-router';

    const content = evidenceContentReadPermission;
    await expect(ask('edda.engineer', content, gateway)).resolves.toBe('ALLOW');
    await expect(ask('edda.engineer', content, router)).resolves.toBe('DENY');
    await expect(ask('aida.auditor', content, router)).resolves.toBe('ALLOW');
    await expect(ask('adam.admin', content, router)).resolves.toBe('ALLOW');

    const record = evidenceRecordReadPermission;
    await expect(ask('edda.engineer', record, router)).resolves.toBe('ALLOW');

    const gate = readinessGateAskPermission;
    await expect(ask('adam.admin', gate, router)).resolves.toBe('ALLOW');

    await server.stop();
  });

  it('does not start with a policy that is not the one of its manifest', async () => {
    directory.setContent({
      'policy.wasm': 'something else',
      'manifest.json': await readFile(join(PORTAL_BUNDLE, 'manifest.json')),
    });
    await expect(
      startPortal({ permission: { opa: { bundle: directory.path } } }),
    ).rejects.toThrow(/is not the one that its manifest describes/);
  });

  it('does not start with a role that does not exist', async () => {
    await expect(
      startPortal({
        conductor: { roles: { boss: ['group:default/portal-admins'] } },
      }),
    ).rejects.toThrow(/conductor\.roles\.boss is no role/);
  });
});
