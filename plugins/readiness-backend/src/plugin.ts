import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { JsonObject } from '@backstage/types';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import {
  BackgroundFunction,
  CatalogProjection,
  CatalogWatcher,
  EntityAccess,
  EntityDirectory,
} from '@maestro-conductor/backend-kit';
import { evidenceServiceRef } from '@maestro-conductor/plugin-evidence-node';
import { readinessPermissions } from '@maestro-conductor/plugin-readiness-common';
import {
  GateContributor,
  readinessExtensionPoint,
} from '@maestro-conductor/plugin-readiness-node';
import { registerActions } from './actions/registerActions';
import { KnexReadinessStore } from './database/KnexReadinessStore';
import { applyMigrations } from './database/migrations';
import { readSettings } from './domain/readSettings';
import { readinessEntityRules } from './permissions/readinessEntityRules';
import { createRouter } from './router/createRouter';
import { AuthorizedReadiness } from './service/AuthorizedReadiness';
import { DefaultReadiness } from './service/DefaultReadiness';
import { FactFollower } from './service/FactFollower';
import { Gate } from './service/Gate';
import { Scorecard } from './service/Scorecard';
import { ScoreEvaluator } from './service/ScoreEvaluator';
import { ScoreKeeper } from './service/ScoreKeeper';
import { createFeedConsumer } from './tasks/createFeedConsumer';
import { scheduleTasks } from './tasks/scheduleTasks';
import judgeSheets, { JUDGE_SHEETS_FILE } from './workers/judgeSheets';

/**
 * Scores entities from the facts that evidence keeps, keeps the scores' history, and answers the promotion gate.
 *
 * @public
 */
export const readinessPlugin = createBackendPlugin({
  pluginId: 'readiness',
  register(env) {
    const contributors: GateContributor[] = [];
    env.registerExtensionPoint(readinessExtensionPoint, {
      addGateContributor: (...added) => contributors.push(...added),
    });

    env.registerInit({
      deps: {
        actionsRegistry: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        evidence: evidenceServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { auth, catalog, evidence, logger, permissions } = deps;
        const now = () => new Date();
        const settings = readSettings(
          deps.config.getOptional<JsonObject>('readiness'),
        );
        const { environments, defaultEnvironment } = settings;
        const knex = await applyMigrations(deps.database);
        const projection = new CatalogProjection();
        const store = new KnexReadinessStore({ knex, projection });
        const scorecard = await Scorecard.load({ settings, store, now: now() });
        if (scorecard.problem) {
          logger.error(
            `The configured scorecard is invalid, scores stay as they were: ${scorecard.problem}`,
          );
        }

        const judging = new BackgroundFunction({
          function: judgeSheets,
          file: JUDGE_SHEETS_FILE,
          logger,
        });
        deps.lifecycle.addShutdownHook(() => judging.close());
        const evaluator = new ScoreEvaluator({
          evidence,
          auth,
          now,
          judgeSheets: task => judging.run(task),
        });
        const watcher = new CatalogWatcher({ catalog, auth });
        const directory = new EntityDirectory({
          knex,
          projection,
          catalog,
          auth,
        });
        const keeper = new ScoreKeeper({
          store,
          evaluator,
          scorecard,
          environments,
          evidence,
          auth,
          now,
        });
        const inner = new DefaultReadiness({
          store,
          directory,
          scorecard,
          gate: new Gate({ evidence, auth, scorecard, contributors, logger }),
          evaluator,
          keeper,
          settings: { environments, defaultEnvironment },
          now,
        });
        const readiness = new AuthorizedReadiness({
          inner,
          permissions,
          access: new EntityAccess({
            permissions,
            catalog,
            auth,
            projection,
            knex,
          }),
        });

        registerActions({ actionsRegistry: deps.actionsRegistry, readiness });
        deps.permissionsRegistry.addResourceType({
          resourceRef: readinessEntityRules.resourceRef,
          permissions: readinessPermissions,
          rules: Object.values(readinessEntityRules.rules),
          getResources: refs => directory.getResources(refs),
        });
        deps.httpRouter.use(
          createRouter({
            readiness,
            httpAuth: deps.httpAuth,
            auditor: deps.auditor,
            logger,
          }),
        );

        const follower = new FactFollower({
          store,
          projection,
          watcher,
          evaluator,
          scorecard,
          environments,
          now,
        });
        await scheduleTasks({
          scheduler: deps.scheduler,
          logger,
          now,
          handle: knex,
          store,
          notifications: deps.notifications,
          consumer: createFeedConsumer({
            handle: knex,
            store,
            projection,
            watcher,
            follower,
            evidence,
            auth,
            now,
          }),
          keeper,
        });
      },
    });
  },
});
