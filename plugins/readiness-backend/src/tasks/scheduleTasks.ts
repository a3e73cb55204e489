import { SchedulerService } from '@backstage/backend-plugin-api';
import { FeedConsumerResult } from '@maestro-conductor/backend-kit';
import { ScoreKeeper } from '../service/ScoreKeeper';

/** Pages that one run follows at most, so that it ends well before its timeout. */
const MAX_PAGES = 100;

/**
 * Schedules what goes on by itself. A run that fails throws, so that the scheduler shows it; it is tried again at its next time.
 *
 * Following the feed and working out earlier days run in every replica: the database sees to it that each takes effect once, and
 * no replica waits for the lock of one that died. Re-evaluation is the work of one replica at a time.
 */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  consumer: { runOnce(): Promise<FeedConsumerResult> };
  keeper: ScoreKeeper;
}): Promise<void> {
  const { scheduler, consumer, keeper } = options;
  await scheduler.scheduleTask({
    id: 'readiness-follow-evidence',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { minutes: 5 },
    fn: async signal => {
      for (let page = 0; page < MAX_PAGES && !signal.aborted; page++) {
        const { more } = await consumer.runOnce();
        if (!more) break;
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'readiness-reconstruct-history',
    scope: 'local',
    frequency: { seconds: 5 },
    initialDelay: { seconds: 3 },
    timeout: { minutes: 5 },
    fn: async () => {
      await keeper.reconstruct();
    },
  });
  await scheduler.scheduleTask({
    id: 'readiness-keep-current',
    scope: 'global',
    frequency: { minutes: 1 },
    initialDelay: { seconds: 10 },
    timeout: { minutes: 5 },
    fn: async () => {
      await keeper.keepCurrent();
    },
  });
}
