import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { EvidenceService } from './EvidenceService';
import { HttpEvidenceService } from './HttpEvidenceService';

/** How other backend plugins reach evidence: over HTTP, wherever it runs. @public */
export const evidenceServiceRef = createServiceRef<EvidenceService>({
  id: 'evidence.service',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => new HttpEvidenceService(deps),
    }),
});
