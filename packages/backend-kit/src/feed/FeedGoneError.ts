import { CustomErrorBase } from '@backstage/errors';

/**
 * The feed cannot go on from where it was asked to: those changes are no longer kept, or the feed was reset. Take a
 * snapshot of the data and go on from `latest`, read before the snapshot.
 *
 * Over HTTP this is 410.
 *
 * @public
 */
export class FeedGoneError extends CustomErrorBase {
  name = 'FeedGoneError' as const;

  /** The oldest `seq` still kept. */
  readonly oldest: number;

  /** The highest `seq` given so far; 0 where nothing was ever appended. */
  readonly latest: number;

  constructor(message: string, bounds: { oldest: number; latest: number }) {
    super(message);
    this.oldest = bounds.oldest;
    this.latest = bounds.latest;
  }
}
