import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';

/** 100 series of 1,440 samples each fit in it. */
const MOST_BYTES = 10 * 1024 * 1024;

const explain: ErrorRequestHandler = (error, _req, _res, next) => {
  switch (error?.type) {
    case 'entity.too.large':
      next(
        new InputError(
          `The body must be at most ${MOST_BYTES} bytes. Push fewer series at a time`,
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

/** Reads JSON bodies, and says in plain words where one cannot be read. */
export function readBody(): (RequestHandler | ErrorRequestHandler)[] {
  return [express.json({ limit: MOST_BYTES }), explain];
}
