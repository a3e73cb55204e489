import { NotFoundError } from '@backstage/errors';

/** The answer for a decision that does not exist, or is not for the eyes of who asks: both read the same. */
export function unknownDecision(id: string): NotFoundError {
  return new NotFoundError(
    `There is no gate decision ${id}. GET /v1/gate/decisions?entity=… lists those of an entity`,
  );
}
