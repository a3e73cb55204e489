import { HttpAuthService } from '@backstage/backend-plugin-api';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import { FACT_SHEET_VERSION } from '@maestro-conductor/plugin-evidence-node';
import { Request, Response } from 'express';
import { EvidenceManager, FactSheetsRequest } from '../service/types';

/** `POST /v1/facts/sheets`. */
export function factSheetsRoute(options: {
  manager: EvidenceManager;
  httpAuth: HttpAuthService;
}) {
  const { manager, httpAuth } = options;
  return async (req: Request, res: Response) => {
    const credentials = await httpAuth.credentials(req);
    const { entityRefs, environment } = req.body as FactSheetsRequest;
    const sheets = await manager.getFactSheets(
      {
        environment,
        entityRefs: entityRefs.map((ref, index) =>
          normalizeEntityRef(ref, `entityRefs[${index}]`),
        ),
      },
      { credentials },
    );
    // The sheets are JSON texts already: to read them only to write them again would take longer than all the rest.
    const items = sheets.map(
      ({ tenant, entityRef, environment: bound, sheet }) =>
        `{"tenant":${JSON.stringify(tenant)},"entityRef":${JSON.stringify(
          entityRef,
        )},"environment":${JSON.stringify(bound)},"sheet":${sheet}}`,
    );
    const text = `{"version":${FACT_SHEET_VERSION},"items":[${items.join(
      ',',
    )}]}`;
    // As bytes: of a text, everyone on the way out counts them anew.
    res.type('application/json').end(Buffer.from(text));
  };
}
