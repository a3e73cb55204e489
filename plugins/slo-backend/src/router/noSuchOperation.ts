import { NotFoundError } from '@backstage/errors';
import { RequestHandler } from 'express';

/** Answers what no route has answered, with the way to those that there are. */
export const noSuchOperation: RequestHandler = (req, _res, next) => {
  if (req.method === 'OPTIONS') {
    next();
    return;
  }
  const path = req.path.slice(0, 100);
  throw new NotFoundError(
    `There is no ${req.method} ${path}. What there is stands in openapi.yaml of the slo backend`,
  );
};
