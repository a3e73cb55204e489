import {
  LifecycleService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { reported } from '@maestro-conductor/backend-kit';
import { Duration } from 'luxon';
import { EntityStore } from '../database/EntityStore';
import { EvidenceStore } from '../database/EvidenceStore';
import { CatalogSync } from '../service/CatalogSync';

/** How often the catalog is looked at while it is filling up or changing. */
const BUSY: HumanDuration = { seconds: 5 };
/** After a start the catalog may be filling up, and looks empty or settled in between. */
const SETTLING: HumanDuration = { minutes: 2 };

const WATCH = 'evidence-catalog-watch';

const millis = (duration: HumanDuration) =>
  Duration.fromObject(duration).toMillis();

/**
 * Looks at the catalog at each call while there is something to see, and at the usual frequency when there is not.
 *
 * @returns the work of a task that runs more often than that
 */
export function createCatalogWatch(options: {
  catalog: Pick<CatalogSync, 'synchronize'>;
  frequency: HumanDuration;
  now: () => Date;
}): () => Promise<void> {
  const { catalog, now } = options;
  const frequency = millis(options.frequency);
  const settled = now().getTime() + millis(SETTLING);
  let nextLook = 0;
  return async () => {
    const time = now().getTime();
    if (time < nextLook) {
      return;
    }
    const changes = await catalog.synchronize();
    nextLook = changes > 0 || time < settled ? 0 : time + frequency;
  };
}

/**
 * Schedules what goes on by itself: the look at the catalog, and the clearing of the feed. One replica at a time does each; a task
 * that fails throws, so that the scheduler shows it, and is tried again at its next time.
 *
 * The look runs in every replica and leaves it to the database that one is at it: a global task of the scheduler would stay locked for its
 * timeout after its replica died.
 */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  catalog: CatalogSync;
  store: EvidenceStore;
  entities: Pick<EntityStore, 'whileAlone'>;
  now: () => Date;
  watchFrequency: HumanDuration;
  feedRetention: HumanDuration;
}): Promise<void> {
  const { scheduler, catalog, store, entities, now, logger } = options;
  const watch = createCatalogWatch({
    catalog,
    frequency: options.watchFrequency,
    now,
  });
  await scheduler.scheduleTask({
    id: WATCH,
    scope: 'local',
    frequency:
      millis(options.watchFrequency) < millis(BUSY)
        ? options.watchFrequency
        : BUSY,
    timeout: { minutes: 10 },
    fn: reported({ id: WATCH, logger, now }, async () => {
      await entities.whileAlone(WATCH, watch);
    }),
  });
  await scheduler.scheduleTask({
    id: 'evidence-feed-purge',
    scope: 'global',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 5 },
    fn: async () => {
      const kept = millis(options.feedRetention);
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
      await scheduler.triggerTask(WATCH);
    } catch (error) {
      // The schedule itself is at it already.
      if ((error as Error).name !== 'ConflictError') {
        throw error;
      }
    }
  });
}
