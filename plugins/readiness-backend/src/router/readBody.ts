import { InputError } from '@backstage/errors';
import express, { ErrorRequestHandler, RequestHandler } from 'express';

/** A thousand entity refs of 250 characters fit in it. */
const MAX_BODY = 256 * 1024;

const explain: ErrorRequestHandler = (error, _req, _res, next) => {
  switch (error?.type) {
    case 'entity.too.large':
      next(
        new InputError(
          `The body must be at most ${MAX_BODY} bytes. Everything that can be asked fits in far less`,
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

/** Reads JSON bodies of 256 KiB at most, and says in plain words where one cannot be read. */
export function readBody(): (RequestHandler | ErrorRequestHandler)[] {
  return [express.json({ limit: MAX_BODY }), explain];
}
