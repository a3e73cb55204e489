import { CustomErrorBase } from '@backstage/errors';

/** The bytes of a record were there and are no longer kept. Answered with 410. */
export class ContentGoneError extends CustomErrorBase {
  name = 'ContentGoneError' as const;
  readonly statusCode = 410;
}
