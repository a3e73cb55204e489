import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';

/**
 * How large a JSON body may be.
 *
 * @public
 */
export interface BodyLimit {
  maxBytes: number;
  /** What to do about one that is larger, as a sentence without its full stop: "Push fewer series at a time". */
  advice: string;
}

/** Reads JSON bodies, and says in plain words where one cannot be read. */
export function readBody(
  limit: BodyLimit,
): (RequestHandler | ErrorRequestHandler)[] {
  const explain: ErrorRequestHandler = (error, _req, _res, next) => {
    switch (error?.type) {
      case 'entity.too.large':
        next(
          new InputError(
            `The body must be at most ${limit.maxBytes} bytes. ${limit.advice}`,
          ),
        );
        return;
      case 'entity.parse.failed':
        next(
          new InputError(
            `The body must be a JSON object, and is not: ${error.message}`,
          ),
        );
        return;
      default:
        next(error);
    }
  };
  return [express.json({ limit: limit.maxBytes }), explain];
}
