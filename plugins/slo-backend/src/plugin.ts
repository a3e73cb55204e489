import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  CatalogProjection,
  CatalogWatcher,
  EntityAccess,
  EntityDirectory,
} from '@maestro-conductor/backend-kit';
import { evidenceServiceRef } from '@maestro-conductor/plugin-evidence-node';
import { sloPermissions } from '@maestro-conductor/plugin-slo-common';
import {
  SampleSource,
  sloExtensionPoint,
} from '@maestro-conductor/plugin-slo-node';
import { registerActions } from './actions/registerActions';
import { applyMigrations } from './database/migrations';
import { sloEntityRules } from './permissions/sloEntityRules';
import { createRouter } from './router/createRouter';
import { AuthorizedSlo } from './service/AuthorizedSlo';
import { createServices } from './service/createServices';
import { scheduleTasks } from './tasks/scheduleTasks';

/**
 * Reads objectives and their samples, says what is left of their error budgets and how fast it burns, and tells owners and evidence.
 *
 * @public
 */
export const sloPlugin = createBackendPlugin({
  pluginId: 'slo',
  register(env) {
    const sources = new Map<string, SampleSource>();
    env.registerExtensionPoint(sloExtensionPoint, {
      addSampleSource(...added) {
        for (const source of added) {
          if (sources.has(source.type)) {
            throw new Error(
              `There are two sources of samples of the type ${source.type}; install one of them`,
            );
          }
          sources.set(source.type, source);
        }
      },
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        evidence: evidenceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        urlReader: coreServices.urlReader,
      },
      async init(deps) {
        const { auth, catalog, logger, permissions } = deps;
        const now = () => new Date();
        const knex = await applyMigrations(deps.database);
        const projection = new CatalogProjection();
        const shared = { knex, projection, catalog, auth };
        const directory = new EntityDirectory(shared);
        const services = createServices({
          ...deps,
          directory,
          handle: knex,
          projection,
          sources: [...sources.values()],
          now,
        });
        deps.permissionsRegistry.addResourceType({
          resourceRef: sloEntityRules.resourceRef,
          permissions: sloPermissions,
          rules: Object.values(sloEntityRules.rules),
          getResources: refs => directory.getResources(refs),
        });
        const slo = new AuthorizedSlo({
          inner: services.slo,
          access: new EntityAccess({ ...shared, permissions }),
          permissions,
          producers: services.producers,
        });
        registerActions({ actionsRegistry: deps.actionsRegistry, slo });
        deps.httpRouter.use(
          createRouter({ slo, httpAuth: deps.httpAuth, logger }),
        );
        await scheduleTasks({
          ...deps,
          ...services,
          handle: knex,
          projection,
          watcher: new CatalogWatcher({ catalog, auth }),
          now,
        });
      },
    });
  },
});
