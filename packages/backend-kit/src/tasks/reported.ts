import { LoggerService } from '@backstage/backend-plugin-api';

/** A task that runs each second and keeps failing says so once in that time. */
const REPEAT_MS = 60_000;

/**
 * Wraps the work of a task so that the log says when it begins to fail, once a minute that it still does, and when it works again. A
 * failure is thrown on: the scheduler's state shows it, and the task runs again at its next time. The scheduler itself logs
 * nothing of tasks that run in every replica.
 *
 * @public
 */
export function reported(
  options: { id: string; logger: LoggerService; now(): Date },
  work: (signal: AbortSignal) => Promise<void>,
): (signal: AbortSignal) => Promise<void> {
  const { id, logger, now } = options;
  let failures = 0;
  let lastTold = 0;
  return async signal => {
    try {
      await work(signal);
    } catch (error) {
      failures += 1;
      const time = now().getTime();
      if (failures === 1 || time - lastTold >= REPEAT_MS) {
        lastTold = time;
        logger.error(
          `Task ${id} failed (${failures} in a row) and is tried again`,
          error instanceof Error ? error : new Error(String(error)),
        );
      }
      throw error;
    }
    if (failures > 0) {
      logger.info(`Task ${id} works again after ${failures} failures`);
      failures = 0;
    }
  };
}
