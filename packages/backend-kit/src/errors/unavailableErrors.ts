import { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import { isUnavailable } from './isUnavailable';

/** Seconds after which a caller may ask again. A database restarts in about that time. */
const RETRY_AFTER = 5;

/**
 * Middleware for the end of a router: answers 503 with `retry-after` where the database, or another service of the portal, cannot be
 * reached. The reason goes to the log and not to the caller, for it names statements and hosts. Other errors pass through untouched.
 *
 * @public
 */
export function unavailableErrors(options: { logger: LoggerService }) {
  const { logger } = options;
  return (
    error: unknown,
    request: IncomingMessage,
    response: ServerResponse,
    next: (error: unknown) => void,
  ): void => {
    if (!isUnavailable(error)) {
      next(error);
      return;
    }
    const { name, message } = error as Error;
    logger.warn(
      `${request.method} ${request.url} cannot be answered now: ${name}: ${message}`,
    );
    if (!response.headersSent) {
      response.setHeader('retry-after', String(RETRY_AFTER));
    }
    next(
      name === 'ServiceUnavailableError'
        ? error
        : new ServiceUnavailableError(
            `The database or another service of the portal cannot be reached. Ask again in ${RETRY_AFTER} seconds; asking twice does no harm`,
          ),
    );
  };
}
