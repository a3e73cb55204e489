import { CustomErrorBase } from '@backstage/errors';

/**
 * The change feed no longer keeps what was asked for: take a snapshot and go on from `latest`.
 *
 * @public
 */
export class ChangesGoneError extends CustomErrorBase {
  name = 'ChangesGoneError' as const;

  /** The highest `seq` given so far: the position to go on from after the snapshot. */
  latest?: number;
}
