import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import {
  EvidenceKind,
  PutFactsRequest,
  RecordFreshness,
} from '@maestro-conductor/plugin-evidence-common';
import { LatestFactsRequest } from '@maestro-conductor/plugin-evidence-node';
import {
  listOf,
  normalizeEntityRef,
  numberOf,
  textOf,
  unavailableErrors,
} from '@maestro-conductor/backend-kit';
import express, { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { spec } from '../schema/openapi';
import { PushTraffic } from '../service/PushTraffic';
import { EvidenceManager } from '../service/types';
import { changesRoute } from './changesRoute';
import { contentRoute } from './contentRoute';
import { factSheetsRoute } from './factSheetsRoute';
import { uploadRoute } from './uploadRoute';

/** What the routes need. */
export interface RouterOptions {
  manager: EvidenceManager;
  traffic: PushTraffic;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
  /** Where uploads are put aside while they are worked on. */
  directory: string;
}

/** The HTTP interface of the evidence plugin, as `schema/openapi.yaml` describes it. */
export function createRouter(options: RouterOptions): Router {
  const { manager, httpAuth, logger } = options;
  const router = PromiseRouter();
  // Before the validated routes: those read whole bodies.
  router.post('/v1/records', uploadRoute(options));

  const validated: Router = createValidatedOpenApiRouter(spec, {
    // 1,000 entity refs are more than the default of 100 KiB.
    middleware: [express.json({ limit: '1mb' })],
  }) as unknown as Router;

  validated.get('/v1/records', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const page = await manager.listRecords(
      {
        entityRef: normalizeEntityRef(String(req.query.entity)),
        kinds: listOf(req.query.kind) as EvidenceKind[] | undefined,
        environments: listOf(req.query.environment),
        producers: listOf(req.query.producer),
        refs: listOf(req.query.branch),
        from: textOf(req.query.from),
        to: textOf(req.query.to),
        freshness: textOf(req.query.freshness) as RecordFreshness | undefined,
        search: textOf(req.query.search),
        commit: textOf(req.query.commit),
        limit: numberOf(req.query.limit),
        cursor: textOf(req.query.cursor),
      },
      { credentials },
    );
    res.json(page);
  });

  validated.get('/v1/records/facets', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const entityRef = normalizeEntityRef(String(req.query.entity));
    res.json(await manager.getRecordFacets({ entityRef }, { credentials }));
  });

  validated.get('/v1/records/:id', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { id } = req.params;
    res.json(await manager.getRecord({ id }, { credentials }));
  });

  validated.get('/v1/records/:id/content', contentRoute(options));

  validated.get('/v1/facts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const items = await manager.getEntityFacts(
      {
        entityRef: normalizeEntityRef(String(req.query.entity)),
        environment: textOf(req.query.environment) ?? '',
        commit: textOf(req.query.commit),
        names: listOf(req.query.name),
      },
      { credentials },
    );
    res.json({ items });
  });

  validated.post('/v1/facts', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const { facts } = req.body as PutFactsRequest;
    const request = {
      facts: facts.map((fact, index) => ({
        ...fact,
        entityRef: normalizeEntityRef(
          fact.entityRef,
          `facts[${index}].entityRef`,
        ),
      })),
    };
    res.json(await manager.putFacts(request, { credentials }));
  });

  validated.post('/v1/facts/latest', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const request = req.body as LatestFactsRequest;
    const items = await manager.getLatestFacts(
      {
        ...request,
        entityRefs: request.entityRefs.map((ref, index) =>
          normalizeEntityRef(ref, `entityRefs[${index}]`),
        ),
      },
      { credentials },
    );
    res.json({ items });
  });

  validated.post('/v1/facts/sheets', factSheetsRoute(options));

  validated.get('/v1/facts/history', async (req, res) => {
    const credentials = await httpAuth.credentials(req);
    const items = await manager.getFactHistory(
      {
        entityRef: normalizeEntityRef(String(req.query.entity)),
        environment: textOf(req.query.environment) ?? '',
        names: listOf(req.query.name) ?? [],
        from: String(req.query.from),
        to: String(req.query.to),
      },
      { credentials },
    );
    res.json({ items });
  });

  validated.get('/v1/changes', changesRoute(options));

  router.use(validated);
  router.use(unavailableErrors({ logger }));
  return router;
}
