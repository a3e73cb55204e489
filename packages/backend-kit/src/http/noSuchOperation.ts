import { NotFoundError } from '@backstage/errors';
import { RequestHandler } from 'express';

/** Answers what no route of a plugin has answered, with the way to those that there are. */
export function noSuchOperation(pluginId: string): RequestHandler {
  return (req, _res, next) => {
    if (req.method === 'OPTIONS') {
      next();
      return;
    }
    const path = req.path.slice(0, 100);
    throw new NotFoundError(
      `There is no ${req.method} ${path}. What there is stands in openapi.yaml of the ${pluginId} backend`,
    );
  };
}
