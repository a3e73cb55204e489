import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { Duration } from 'luxon';
import { EvidenceStore } from '../database/EvidenceStore';
import { CatalogSync } from '../service/CatalogSync';

/**
 * Schedules what goes on by itself: the look at the catalog, and the clearing of the feed. One replica at a time does each; a task
 * that fails throws, so that the scheduler shows it, and is tried again at its next time.
 */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  catalog: CatalogSync;
  store: EvidenceStore;
  now: () => Date;
  watchFrequency: HumanDuration;
  feedRetention: HumanDuration;
}): Promise<void> {
  const { scheduler, catalog, store, now, logger } = options;
  await scheduler.scheduleTask({
    id: 'evidence-catalog-watch',
    scope: 'global',
    frequency: options.watchFrequency,
    timeout: { minutes: 10 },
    fn: () => catalog.synchronize(),
  });
  await scheduler.scheduleTask({
    id: 'evidence-feed-purge',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      const kept = Duration.fromObject(options.feedRetention).toMillis();
      const removed = await store.purgeChanges(
        new Date(now().getTime() - kept),
      );
      logger.debug(`Removed ${removed} changes from the feed`);
    },
  });
  options.lifecycle.addStartupHook(async () => {
    // What the collectors of this version say may differ from what the last one said.
    await catalog.recollectAll();
    try {
      await scheduler.triggerTask('evidence-catalog-watch');
    } catch (error) {
      // Another replica, or the schedule itself, is at it already.
      if ((error as Error).name !== 'ConflictError') {
        throw error;
      }
    }
  });
}
