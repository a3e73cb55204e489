import { FeedConsumerResult } from './FeedConsumer';

/** Pages that one run follows at most, so that a scheduled run ends well before its timeout. */
const MAX_PAGES = 100;

/**
 * Follows a feed page by page until nothing is left, for a scheduled task. Rejects where a page does.
 *
 * @public
 */
export async function runUntilIdle(
  consumer: { runOnce(): Promise<FeedConsumerResult> },
  signal?: AbortSignal,
): Promise<void> {
  for (let page = 0; page < MAX_PAGES && !signal?.aborted; page++) {
    const { more } = await consumer.runOnce();
    if (!more) break;
  }
}
