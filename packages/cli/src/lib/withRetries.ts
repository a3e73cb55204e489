import { PortalError } from './PortalError';
import { retryDelay } from './retryDelay';

/** How long and by which means to try again. @internal */
export interface RetryPolicy {
  /** Milliseconds from the first try; no wait ends after them. 0 tries once. */
  retryFor: number;
  now(): Date;
  /** 0 to 1. */
  random(): number;
  sleep(milliseconds: number): Promise<unknown>;
  /** Told one sentence before each wait. */
  notify(message: string): void;
}

/**
 * Does something until it succeeds, fails for good, or the time for it is over.
 *
 * @param attempt - must be safe to repeat: the portal keeps the same artifact of the same run once
 * @throws the PortalError of the last try, with how often it was tried; at once what is not temporary
 * @internal
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  policy: RetryPolicy,
): Promise<T> {
  const start = policy.now().getTime();
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof PortalError) || !error.temporary) throw error;
      const { reason, retryAfter } = error.temporary;
      const passed = policy.now().getTime() - start;
      const delay = retryDelay({
        tries,
        random: policy.random(),
        asked: retryAfter,
      });
      if (passed + delay > policy.retryFor) {
        throw tries === 1 ? error : afterAll(error, tries, passed);
      }
      policy.notify(
        `${reason}; trying again in ${seconds(delay)} (try ${
          tries + 1
        }, for ${seconds(policy.retryFor)} at most).`,
      );
      await policy.sleep(delay);
    }
  }
}

function afterAll(error: PortalError, tries: number, passed: number) {
  return new PortalError(
    `${error.message} Tried ${tries} times in ${seconds(passed)}.`,
  );
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
}
