import { LoggerService } from '@backstage/backend-plugin-api';
import express, { Router } from 'express';
import { unavailableErrors } from '../errors';
import { noSuchOperation } from './noSuchOperation';
import { BodyLimit, readBody } from './readBody';
import { refuseNul } from './refuseNul';

/** What Express itself allows. */
const DEFAULT_BODY: BodyLimit = {
  maxBytes: 100 * 1024,
  advice: 'Send less at a time',
};

/**
 * Puts around a plugin's routes what every backend answers alike, with what is wrong and the way out:
 *
 * - 400 for a body that is too large or no JSON, and for U+0000 in the path or the query,
 * - 404 for an operation under `/v1/` that there is not,
 * - 503 where the database, or another service of the portal, cannot be reached.
 *
 * Routes may still be added to `routes` afterwards. They get JSON bodies parsed; a route that reads its body as a stream goes before the
 * router that this returns.
 *
 * @public
 */
export function guardRouter(
  routes: Router,
  options: {
    pluginId: string;
    logger: LoggerService;
    /** 100 KiB unless told. */
    body?: BodyLimit;
  },
): Router {
  const { pluginId, logger, body = DEFAULT_BODY } = options;
  const guarded = express.Router();
  guarded.use(readBody(body), refuseNul, routes);
  guarded.all('/v1/*', noSuchOperation(pluginId));
  guarded.use(unavailableErrors({ logger }));
  return guarded;
}
