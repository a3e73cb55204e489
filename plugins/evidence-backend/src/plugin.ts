import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  CatalogProjection,
  CatalogWatcher,
  ChangeFeed,
  EntityAccess,
  EntityDirectory,
  useWriteAheadLog,
} from '@maestro-conductor/backend-kit';
import {
  evidencePermissions,
  EvidenceChangeType,
  EvidenceReader,
} from '@maestro-conductor/plugin-evidence-common';
import {
  EntityFactCollector,
  evidenceExtensionPoint,
} from '@maestro-conductor/plugin-evidence-node';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { readEvidenceConfig } from './config';
import { applyMigrations } from './database/migrations';
import { KnexBlobStore } from './database/KnexBlobStore';
import { KnexEntityStore } from './database/KnexEntityStore';
import { KnexEvidenceStore } from './database/KnexEvidenceStore';
import { evidenceEntityRules } from './permissions/evidenceEntityRules';
import { createRouter } from './router/createRouter';
import { AuthorizedEvidenceManager } from './service/AuthorizedEvidenceManager';
import { CatalogSync } from './service/CatalogSync';
import { createPace } from './service/createPace';
import { DefaultEvidenceManager } from './service/DefaultEvidenceManager';
import { PluginFacts } from './service/PluginFacts';
import { PushPipeline } from './service/PushPipeline';
import { PushTraffic } from './service/PushTraffic';
import { scheduleRetention } from './tasks/scheduleRetention';
import { scheduleTasks } from './tasks/scheduleTasks';

/**
 * Keeps evidence records and facts, and tells by its feed what changed.
 *
 * @public
 */
export const evidencePlugin = createBackendPlugin({
  pluginId: 'evidence',
  register(env) {
    const readers: EvidenceReader[] = [];
    const collectors: EntityFactCollector[] = [];
    env.registerExtensionPoint(evidenceExtensionPoint, {
      addReader: (...added) => readers.push(...added),
      addEntityFactCollector: (...added) => collectors.push(...added),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { catalog, auth, logger, permissions } = deps;
        const now = () => new Date();
        const config = readEvidenceConfig(deps.config);
        const knex = await deps.database.getClient();
        await useWriteAheadLog(knex);
        if (!deps.database.migrations?.skip) {
          await applyMigrations(knex);
        }

        const feed = new ChangeFeed<EvidenceChangeType>({ table: 'changes' });
        const projection = new CatalogProjection();
        const blobs = new KnexBlobStore(knex);
        const store = new KnexEvidenceStore({ knex, blobs, feed, projection });
        const entities = new KnexEntityStore({ knex, projection, feed });
        const watcher = new CatalogWatcher({ catalog, auth });
        const sync = new CatalogSync({
          store: entities,
          watcher,
          collectors,
          now,
        });
        const pipeline = new PushPipeline({
          catalog: sync,
          readers,
          pace: createPace(),
          freshness: config.freshness,
          newId: randomUUID,
          logger,
        });
        const traffic = new PushTraffic();
        const manager = new AuthorizedEvidenceManager({
          manager: new DefaultEvidenceManager({
            store,
            catalog: sync,
            pipeline,
            traffic,
            pluginFacts: new PluginFacts({
              store,
              catalog: sync,
              freshness: config.freshness,
            }),
            now,
          }),
          access: new EntityAccess({
            permissions,
            catalog,
            auth,
            projection,
            knex,
          }),
          permissions,
          catalog: sync,
          entities,
          producers: config.producers,
        });

        const directory = new EntityDirectory({
          knex,
          projection,
          catalog,
          auth,
        });
        deps.permissionsRegistry.addResourceType({
          resourceRef: evidenceEntityRules.resourceRef,
          permissions: evidencePermissions,
          rules: Object.values(evidenceEntityRules.rules),
          getResources: refs => directory.getResources(refs),
        });
        deps.httpRouter.use(
          createRouter({
            manager,
            traffic,
            httpAuth: deps.httpAuth,
            auditor: deps.auditor,
            logger,
            directory:
              deps.config.getOptionalString('backend.workingDirectory') ??
              tmpdir(),
          }),
        );
        await scheduleRetention({
          scheduler: deps.scheduler,
          logger,
          store,
          now,
          retention: config.retention,
          factRetention: config.factRetention,
        });
        await scheduleTasks({
          scheduler: deps.scheduler,
          lifecycle: deps.lifecycle,
          logger,
          entities,
          catalog: sync,
          store,
          now,
          watchFrequency: config.watchFrequency,
          feedRetention: config.feedRetention,
        });
      },
    });
  },
});
