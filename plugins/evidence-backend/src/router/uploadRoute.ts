import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { Request, RequestHandler, Response } from 'express';
import { PushRecordsResponse } from '@maestro-conductor/plugin-evidence-common';
import { PushTraffic } from '../service/PushTraffic';
import { EvidenceManager } from '../service/types';
import { drain } from './drain';
import { MemoryBudget } from './MemoryBudget';
import { receiveUpload } from './receiveUpload';

/** What files of all requests together may take; what goes beyond lies on disk meanwhile. */
const MEMORY_BYTES = 32 * 1024 * 1024;

/**
 * `POST /v1/records`. Apart from the other routes, because its body is streamed and may be far larger than what they read.
 */
export function uploadRoute(options: {
  manager: EvidenceManager;
  traffic: PushTraffic;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  /** Where files are put aside while a request is worked on. */
  directory: string;
}): RequestHandler {
  const { manager, traffic, httpAuth, auditor, directory } = options;
  const memory = new MemoryBudget(MEMORY_BYTES);

  const push = async (req: Request): Promise<PushRecordsResponse> => {
    const credentials = await httpAuth.credentials(req);
    await manager.assertMayPush({ credentials });
    const upload = await receiveUpload(req, { directory, memory });
    try {
      return await manager.pushRecords(upload, { credentials });
    } finally {
      await upload.dispose();
    }
  };

  return async (req: Request, res: Response) => {
    const event = await auditor.createEvent({
      eventId: 'record-push',
      severityLevel: 'medium',
      request: req,
    });
    try {
      const response = await traffic.during(() => push(req));
      await event.success({ meta: summary(response) });
      res.json(response);
    } catch (error) {
      await event.fail({ error: error as Error });
      if (!(await drain(req))) {
        res.set('Connection', 'close');
      }
      throw error;
    }
  };
}

function summary({ items }: PushRecordsResponse) {
  const count = (status: string) =>
    items.filter(item => item.status === status).length;
  return {
    created: count('created'),
    existing: count('existing'),
    rejected: count('rejected'),
    records: items.flatMap(item =>
      item.status === 'created' && item.record ? [item.record.id] : [],
    ),
  };
}
