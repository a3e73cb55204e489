import {
  AuditorService,
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { JsonValue } from '@backstage/types';
import { guardRouter, numberOf, textOf } from '@maestro-conductor/backend-kit';
import {
  EntityScoresRequest,
  GateRequest,
} from '@maestro-conductor/plugin-readiness-common';
import { Request, Router } from 'express';
import { spec } from '../schema/openapi';
import { ListTeamsRequest, ReadinessService } from '../service/types';
import { askGate } from './askGate';
import { evaluateScores } from './evaluateScores';
import { filterOf, sortOf } from './filterOf';
import { sendCsv } from './sendCsv';
import { sendScores } from './sendScores';
import { uncompressed } from './uncompressed';

/** A thousand entity refs of 250 characters fit in it. */
const MAX_BODY = 256 * 1024;

/** The HTTP interface, as `schema/openapi.yaml` describes it. */
export function createRouter(options: {
  readiness: ReadinessService;
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  logger: LoggerService;
}): Router {
  const { readiness, httpAuth, auditor, logger } = options;
  // The typed router knows the schema's types; those of the service are stricter, so a plain one is enough here.
  const router = createValidatedOpenApiRouter(spec) as unknown as Router;
  const guarded = guardRouter(router, {
    pluginId: 'readiness',
    logger,
    body: {
      maxBytes: MAX_BODY,
      advice: 'Everything that can be asked fits in far less',
    },
  });
  const caller = async (req: Request) => ({
    credentials: await httpAuth.credentials(req, {
      allow: ['user', 'service'],
    }),
  });
  const entityOf = (req: Request) => ({
    entity: String(req.query.entity),
    environment: textOf(req.query.environment),
  });
  const pageOf = (req: Request) => ({
    limit: numberOf(req.query.limit),
    cursor: textOf(req.query.cursor),
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

  router.post('/v1/evaluations', async (req, res) => {
    const { environment } = req.body as { environment?: string };
    const result = await evaluateScores({
      request: req,
      auditor,
      evaluate: async () =>
        await readiness.evaluateScores({ environment }, await caller(req)),
    });
    res.json(result);
  });

  router.get('/v1/gate/decisions', async (req, res) => {
    const request = { ...entityOf(req), ...pageOf(req) };
    res.json(await readiness.listDecisions(request, await caller(req)));
  });

  router.get('/v1/gate/decisions/:id', async (req, res) => {
    res.json(await readiness.getDecision(req.params.id, await caller(req)));
  });

  router.get('/v1/scores/by-entity', async (req, res) => {
    const score = await readiness.getScore(entityOf(req), await caller(req));
    uncompressed(res).json(score);
  });

  router.post('/v1/scores/by-entities', async (req, res) => {
    const request = req.body as EntityScoresRequest;
    sendScores(res, await readiness.getScores(request, await caller(req)));
  });

  router.get('/v1/scores/history', async (req, res) => {
    const request = { ...entityOf(req), days: numberOf(req.query.days) };
    res.json(await readiness.getHistory(request, await caller(req)));
  });

  router.get('/v1/scores/changes', async (req, res) => {
    const request = { ...entityOf(req), since: textOf(req.query.since) };
    res.json(await readiness.getChanges(request, await caller(req)));
  });

  router.get('/v1/scores/facets', async (req, res) => {
    res.json(await readiness.getFacets(filterOf(req), await caller(req)));
  });

  router.get('/v1/scores/csv', async (req, res) => {
    const request = { ...filterOf(req), ...sortOf(req) };
    const file = await readiness.exportScores(request, await caller(req));
    await sendCsv(res, file);
  });

  router.get('/v1/scores', async (req, res) => {
    const request = { ...filterOf(req), ...sortOf(req), ...pageOf(req) };
    res.json(await readiness.listScores(request, await caller(req)));
  });

  router.get('/v1/teams/by-group', async (req, res) => {
    const request = {
      group: String(req.query.group),
      environment: textOf(req.query.environment),
    };
    res.json(await readiness.getTeam(request, await caller(req)));
  });

  router.get('/v1/teams', async (req, res) => {
    const request: ListTeamsRequest = {
      ...pageOf(req),
      environment: textOf(req.query.environment),
      sort: req.query.sort as ListTeamsRequest['sort'],
      order: req.query.order as ListTeamsRequest['order'],
    };
    res.json(await readiness.listTeams(request, await caller(req)));
  });

  router.get('/v1/summary', async (req, res) => {
    const request = {
      environment: textOf(req.query.environment),
      owner: textOf(req.query.owner),
    };
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

  return guarded;
}
