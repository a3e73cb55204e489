import { HttpAuthService } from '@backstage/backend-plugin-api';
import { serializeError } from '@backstage/errors';
import { numberOf } from '@maestro-conductor/backend-kit';
import { ChangesGoneError } from '@maestro-conductor/plugin-evidence-node';
import { Request, Response } from 'express';
import { EvidenceManager } from '../service/types';

/** `GET /v1/changes`. */
export function changesRoute(options: {
  manager: EvidenceManager;
  httpAuth: HttpAuthService;
}) {
  const { manager, httpAuth } = options;
  return async (req: Request, res: Response) => {
    const credentials = await httpAuth.credentials(req);
    try {
      const page = await manager.getChanges(
        {
          after: numberOf(req.query.after) ?? 0,
          limit: numberOf(req.query.limit),
        },
        { credentials },
      );
      res.json(page);
    } catch (error) {
      if (!(error instanceof ChangesGoneError)) {
        throw error;
      }
      // The backend's own error handler has no error class that it would answer with 410.
      res.status(410).json({
        error: serializeError(error),
        request: { method: req.method, url: req.url },
        response: { statusCode: 410 },
      });
    }
  };
}
