import { createBackendModule } from '@backstage/backend-plugin-api';
import { authProvidersExtensionPoint } from '@backstage/plugin-auth-node';
import {
  AuthorizeResult,
  isResourcePermission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { OPEN_LABEL, PERSON } from './sample';

/** Everyone sees groups, what is open, and what is theirs: each read has three conditions. */
const policy: PermissionPolicy = {
  async handle({ permission }: PolicyQuery, user): Promise<PolicyDecision> {
    if (!isResourcePermission(permission)) {
      return { result: AuthorizeResult.ALLOW };
    }
    const { resourceType } = permission;
    const condition = (rule: string, params: object) => ({
      rule,
      resourceType,
      params: { ...params },
    });
    return {
      result: AuthorizeResult.CONDITIONAL,
      pluginId: permission.name.split('.')[0],
      resourceType,
      conditions: {
        anyOf: [
          condition('IS_ENTITY_KIND', { kinds: ['Group'] }),
          condition('HAS_LABEL', { label: OPEN_LABEL }),
          condition('IS_ENTITY_OWNER', {
            claims: user?.info.ownershipEntityRefs ?? [PERSON],
          }),
        ],
      },
    };
  },
};

/** Has every decision about an entity depend on the entity. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: { policies: policyExtensionPoint },
      async init({ policies }) {
        policies.setPolicy(policy);
      },
    });
  },
});

/** Gives whoever asks the token of the one person there is; no network but this machine's reaches the backend. */
export const signInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: { providers: authProvidersExtensionPoint },
      async init({ providers }) {
        providers.registerProvider({
          providerId: 'bench',
          factory: ({ resolverContext }) => ({
            async start() {},
            async frameHandler() {},
            async refresh(_, res) {
              const { token } = await resolverContext.signInWithCatalogUser({
                entityRef: PERSON,
              });
              res.json({ token });
            },
          }),
        });
      },
    });
  },
});
