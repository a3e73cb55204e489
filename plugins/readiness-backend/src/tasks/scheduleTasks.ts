import { randomUUID } from 'node:crypto';
import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { HumanDuration } from '@backstage/types';
import {
  FeedConsumerResult,
  notifyTransitions,
  reported,
  TransitionLog,
  whileAlone,
} from '@maestro-conductor/backend-kit';
import { CONDITIONS_TABLE } from '../database/KnexReadinessStore';
import { ReadinessStore, StoreHandle } from '../database/ReadinessStore';
import { ScoreKeeper } from '../service/ScoreKeeper';
import { ThresholdNotices } from '../service/ThresholdNotices';

/** Pages that one run follows at most, so that it ends well before its timeout. */
const MAX_PAGES = 100;
/** So long a fall waits for others to come into one message, or to be over again. */
const NOTICE_WAIT_MS = 10_000;

/**
 * Schedules what goes on by itself. A run that fails throws, so that the scheduler shows it; it is tried again at its next time.
 *
 * All tasks run in every replica: the database sees to it that each thing takes effect once, and no replica waits for the lock of one
 * that died, as it would with a task of the scheduler that is global. Re-evaluation is the work of one replica at a time.
 */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  handle: StoreHandle;
  store: ReadinessStore;
  consumer: { runOnce(): Promise<FeedConsumerResult> };
  keeper: ScoreKeeper;
  notifications: NotificationService;
  now(): Date;
}): Promise<void> {
  const { scheduler, logger, handle, store, consumer, keeper, now } = options;
  const notices = new ThresholdNotices({ store });
  const log = new TransitionLog({ table: CONDITIONS_TABLE });
  const everywhere = (
    id: string,
    times: { frequency: HumanDuration; initialDelay?: HumanDuration },
    work: (signal: AbortSignal) => Promise<void>,
  ) =>
    scheduler.scheduleTask({
      id,
      scope: 'local',
      timeout: { minutes: 5 },
      ...times,
      fn: reported({ id, logger, now }, work),
    });

  await everywhere(
    'readiness-follow-evidence',
    { frequency: { seconds: 1 } },
    async signal => {
      for (let page = 0; page < MAX_PAGES && !signal.aborted; page++) {
        const { more } = await consumer.runOnce();
        if (!more) break;
      }
    },
  );
  await everywhere(
    'readiness-reconstruct-history',
    { frequency: { seconds: 5 }, initialDelay: { seconds: 3 } },
    async () => {
      await keeper.reconstruct();
    },
  );
  await everywhere(
    'readiness-keep-current',
    { frequency: { minutes: 1 }, initialDelay: { seconds: 10 } },
    async () => {
      await whileAlone(handle, 'keep-current', () => keeper.keepCurrent());
    },
  );
  await everywhere(
    'readiness-notify',
    { frequency: { seconds: 5 }, initialDelay: { seconds: 5 } },
    async () => {
      await store.forgetObsoleteThresholds();
      await notifyTransitions({
        knex: handle,
        log,
        notifications: options.notifications,
        compose: transitions => notices.compose(transitions),
        waitMs: NOTICE_WAIT_MS,
        now,
        newId: randomUUID,
      });
    },
  );
}
