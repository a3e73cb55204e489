import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { HttpAuthService, LoggerService } from '@backstage/backend-plugin-api';
import { unavailableErrors } from '@maestro-conductor/backend-kit';
import {
  ObjectiveQueryOptions,
  PushedSeries,
} from '@maestro-conductor/plugin-slo-common';
import express, { Request, Router } from 'express';
import { spec } from '../schema/openapi';
import { SloService } from '../service/types';
import { noSuchOperation } from './noSuchOperation';
import { flag, number, text, texts } from './query';
import { readBody } from './readBody';
import { refuseNul } from './refuseNul';

/** The HTTP interface, as `schema/openapi.yaml` describes it. */
export function createRouter(options: {
  slo: SloService;
  httpAuth: HttpAuthService;
  logger: LoggerService;
}): Router {
  const { slo, httpAuth, logger } = options;
  // The typed router knows the schema's types; those of the service are stricter, so a plain one is enough here.
  const router = createValidatedOpenApiRouter(spec) as unknown as Router;
  const whole = express.Router();
  whole.use(readBody(), refuseNul, router);
  whole.all('/v1/*', noSuchOperation);
  whole.use(unavailableErrors({ logger }));
  const caller = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  const pageOf = ({ query }: Request) => ({
    limit: number(query.limit),
    cursor: text(query.cursor),
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
      from: text(req.query.from),
      to: text(req.query.to),
      points: number(req.query.points),
    };
    res.json(await slo.getSeries(request, await caller(req)));
  });

  router.get('/v1/teams', async (req, res) => {
    const request = { ...pageOf(req), text: text(req.query.text) };
    res.json(await slo.listTeams(request, await caller(req)));
  });

  router.post('/v1/samples', async (req, res) => {
    const request = req.body as { items: PushedSeries[] };
    res.json(await slo.pushSamples(request, await caller(req)));
  });

  router.get('/v1/documents', async (req, res) => {
    const request = { ...pageOf(req), problems: flag(req.query.problems) };
    res.json(await slo.listDocuments(request, await caller(req)));
  });

  return whole;
}

/** What a board is asked for, apart from its page. */
function boardOf({ query }: Request): ObjectiveQueryOptions {
  return {
    owners: texts(query.owner),
    entityRefs: texts(query.entityRef),
    statuses: texts(query.status) as ObjectiveQueryOptions['statuses'],
    burning: flag(query.burning),
    windows: texts(query.window),
    environment: text(query.environment),
    text: text(query.text),
    sort: query.sort as ObjectiveQueryOptions['sort'],
    order: query.order as ObjectiveQueryOptions['order'],
  };
}
