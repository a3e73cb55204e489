import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { HumanDuration } from '@backstage/types';
import { EvidenceStore } from '../database/EvidenceStore';
import { earlier, RetentionRules, retentionLimits } from '../domain/retention';

/**
 * Schedules the daily removal of what the configuration does not keep for good; nothing where it keeps everything. A removal that
 * fails throws, so that the scheduler shows it, and is taken up again where it stopped.
 */
export async function scheduleRetention(options: {
  scheduler: SchedulerService;
  logger: LoggerService;
  store: Pick<EvidenceStore, 'removeExpiredContent' | 'removeOldFacts'>;
  now: () => Date;
  retention: RetentionRules;
  /** How long facts stay in the history; for good where absent. */
  factRetention?: HumanDuration;
}): Promise<void> {
  const { scheduler, logger, store, now, retention, factRetention } = options;
  if (Object.keys(retention).length === 0 && !factRetention) {
    return;
  }
  await scheduler.scheduleTask({
    id: 'evidence-retention',
    scope: 'global',
    frequency: { hours: 24 },
    timeout: { hours: 2 },
    initialDelay: { minutes: 10 },
    fn: async () => {
      const time = now();
      const blobs = await store.removeExpiredContent({
        limits: retentionLimits(retention, time),
        now: time,
      });
      const facts = factRetention
        ? await store.removeOldFacts(earlier(time, factRetention))
        : 0;
      logger.info(
        `Retention: removed the bytes of ${blobs} artifacts and ${facts} facts from the history`,
      );
    },
  });
}
