import {
  coreServices,
  createBackendModule,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { resolve } from 'node:path';
import { loadPolicyEvaluator } from './bundle/loadPolicyEvaluator';
import { readPolicyBundle } from './bundle/readPolicyBundle';
import { OpaPermissionPolicy } from './policy/OpaPermissionPolicy';
import { readRoleConfig } from './policy/roles';

/**
 * Gives the permission plugin a policy written in Rego.
 *
 * @remarks
 * The backend does not start when the compiled policy is missing or is not the
 * file that its manifest describes, or when `conductor.roles` is not valid.
 *
 * @public
 */
export const permissionModuleOpa = createBackendModule({
  pluginId: 'permission',
  moduleId: 'opa',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        policy: policyExtensionPoint,
      },
      async init({ config, logger, policy }) {
        const configured = config.getOptionalString('permission.opa.bundle');
        const folder = configured
          ? resolve(configured)
          : resolvePackagePath('@maestro-conductor/policies', 'dist', 'portal');
        const bundle = await readPolicyBundle(folder);
        const evaluator = await loadPolicyEvaluator(bundle);
        const roles = readRoleConfig(config);

        policy.setPolicy(new OpaPermissionPolicy({ evaluator, roles, logger }));
        logger.info(
          `Permissions are decided by the policy in ${folder}, SHA-256 ${bundle.manifest.wasmSha256}`,
        );
      },
    });
  },
});
