import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import {
  flagOf,
  guardRouter,
  listOf,
  numberOf,
  textOf,
} from '@maestro-conductor/backend-kit';
import {
  ObjectiveQueryOptions,
  PushedSeries,
} from '@maestro-conductor/plugin-slo-common';
import { Request, Router } from 'express';
import { spec } from '../schema/openapi';
import { SloService } from '../service/types';

/** 100 series of 1,440 samples each fit in it. */
const MAX_BODY = 10 * 1024 * 1024;

/** The HTTP interface, as `schema/openapi.yaml` describes it. */
export function createRouter(options: {
  slo: SloService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}): Router {
  const { slo, httpAuth, logger } = options;
  // The typed router knows the schema's types; those of the service are stricter, so a plain one is enough here.
  const router = createValidatedOpenApiRouter(spec) as unknown as Router;
  const guarded = guardRouter(router, {
    pluginId: 'slo',
    logger,
    body: {
      maxBytes: MAX_BODY,
      advice: 'Push fewer series at a time',
    },
  });
  const caller = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  const pageOf = ({ query }: Request) => ({
    limit: numberOf(query.limit),
    cursor: textOf(query.cursor),
  });

  router.get('/v1/objectives', async (req, res) => {
    const request = { ...boardOf(req), ...pageOf(req) };
    res.json(await slo.listObjectives(request, await caller(req)));
  });

  router.post('/v1/objectives/by-entities', async (req, res) => {
    const request = req.body as { entityRefs: string[]; environment?: string };
    res.json(await slo.getByEntities(request, await caller(req)));
  });

  router.get('/v1/objectives/:id', async (req, res) => {
    res.json(await slo.getObjective(req.params.id, await caller(req)));
  });

  router.get('/v1/objectives/:id/series', async (req, res) => {
    const request = {
      id: req.params.id,
      from: textOf(req.query.from),
      to: textOf(req.query.to),
      points: numberOf(req.query.points),
    };
    res.json(await slo.getSeries(request, await caller(req)));
  });

  router.get('/v1/teams', async (req, res) => {
    const request = { ...pageOf(req), text: textOf(req.query.text) };
    res.json(await slo.listTeams(request, await caller(req)));
  });

  router.post('/v1/samples', async (req, res) => {
    const request = req.body as { items: PushedSeries[] };
    res.json(await slo.pushSamples(request, await caller(req)));
  });

  router.get('/v1/documents', async (req, res) => {
    const request = { ...pageOf(req), problems: flagOf(req.query.problems) };
    res.json(await slo.listDocuments(request, await caller(req)));
  });

  return guarded;
}

/** What a board is asked for, apart from its page. */
function boardOf({ query }: Request): ObjectiveQueryOptions {
  return {
    owners: listOf(query.owner),
    entityRefs: listOf(query.entityRef),
    statuses: listOf(query.status) as ObjectiveQueryOptions['statuses'],
    burning: flagOf(query.burning),
    windows: listOf(query.window),
    environment: textOf(query.environment),
    text: textOf(query.text),
    sort: query.sort as ObjectiveQueryOptions['sort'],
    order: query.order as ObjectiveQueryOptions['order'],
  };
}
