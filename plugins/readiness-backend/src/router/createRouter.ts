import { AuditorService, HttpAuthService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { JsonValue } from '@backstage/types';
import { GateRequest } from '@maestro-conductor/plugin-readiness-common';
import express, { Request, Router } from 'express';
import { spec } from '../schema/openapi';
import {
  ListScoresRequest,
  ListTeamsRequest,
  ReadinessService,
} from '../service/types';
import { askGate } from './askGate';
import { noSuchOperation } from './noSuchOperation';
import { number, text } from './query';
import { readBody } from './readBody';
import { refuseNul } from './refuseNul';

/** The HTTP interface, as `schema/openapi.yaml` describes it. */
export function createRouter(options: {
  readiness: ReadinessService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
}): Router {
  const { readiness, httpAuth, auditor } = options;
  // The typed router knows the schema's types; those of the service are stricter, so a plain one is enough here.
  const router = createValidatedOpenApiRouter(spec) as unknown as Router;
  const whole = express.Router();
  whole.use(readBody(), refuseNul, router);
  whole.all('/v1/*', noSuchOperation);
  const caller = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  const entityOf = (req: Request) => ({
    entity: String(req.query.entity),
    environment: text(req.query.environment),
  });
  const pageOf = (req: Request) => ({
    limit: number(req.query.limit),
    cursor: text(req.query.cursor),
  });

  router.post('/v1/gate', async (req, res) => {
    const decision = await askGate({
      request: req,
      auditor,
      ask: async () =>
        await readiness.askGate(req.body as GateRequest, await caller(req)),
    });
    res.json(decision);
  });

  router.get('/v1/gate/decisions', async (req, res) => {
    const request = { ...entityOf(req), ...pageOf(req) };
    res.json(await readiness.listDecisions(request, await caller(req)));
  });

  router.get('/v1/gate/decisions/:id', async (req, res) => {
    res.json(await readiness.getDecision(req.params.id, await caller(req)));
  });

  router.get('/v1/scores/by-entity', async (req, res) => {
    res.json(await readiness.getScore(entityOf(req), await caller(req)));
  });

  router.get('/v1/scores/history', async (req, res) => {
    const request = { ...entityOf(req), days: number(req.query.days) };
    res.json(await readiness.getHistory(request, await caller(req)));
  });

  router.get('/v1/scores', async (req, res) => {
    const request: ListScoresRequest = {
      ...pageOf(req),
      environment: text(req.query.environment),
      owner: text(req.query.owner),
      search: text(req.query.search),
      sort: req.query.sort as ListScoresRequest['sort'],
      order: req.query.order as ListScoresRequest['order'],
    };
    res.json(await readiness.listScores(request, await caller(req)));
  });

  router.get('/v1/teams', async (req, res) => {
    const request: ListTeamsRequest = {
      ...pageOf(req),
      environment: text(req.query.environment),
      sort: req.query.sort as ListTeamsRequest['sort'],
      order: req.query.order as ListTeamsRequest['order'],
    };
    res.json(await readiness.listTeams(request, await caller(req)));
  });

  router.get('/v1/summary', async (req, res) => {
    const request = { environment: text(req.query.environment) };
    res.json(await readiness.getSummary(request, await caller(req)));
  });

  router.get('/v1/scorecards', async (req, res) => {
    res.json(await readiness.getScorecards(await caller(req)));
  });

  router.post('/v1/scorecards/validate', async (req, res) => {
    res.json(
      await readiness.validateScorecard(
        req.body as JsonValue,
        await caller(req),
      ),
    );
  });

  return whole;
}
