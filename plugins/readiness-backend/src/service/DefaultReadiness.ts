import { InputError, NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  EntityDirectory,
  EntityRestriction,
  normalizeEntityRef,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import {
  GateDecision,
  GateDecisionPage,
  GateRequest,
  ReadinessSummary,
  Score,
  ScorecardDefinition,
  ScorecardsResponse,
  ScoreHistory,
  ScorePage,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { ReadinessStore } from '../database/ReadinessStore';
import { checkEnvironment, checkGateRequest } from '../domain/gateRequest';
import { pageTeams } from '../domain/pageTeams';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { rollUpTeams } from '../domain/rollUpTeams';
import { contentDigest, toDefinition } from '../domain/scorecardContent';
import { summarize } from '../domain/summarize';
import { DAY_MS } from '../domain/utcDay';
import { Gate } from './Gate';
import { Scorecard } from './Scorecard';
import { ScoreEvaluator } from './ScoreEvaluator';
import {
  EntityRequest,
  ListScoresRequest,
  ListTeamsRequest,
  PageRequest,
} from './types';
import { unknownDecision } from './unknownDecision';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const DEFAULT_DAYS = 90;
const MAX_DAYS = 365;
const CHANGE_DAYS = 7;

/** What the readers of lists may see. */
export interface Visibility {
  services: EntityRestriction;
  groups: EntityRestriction;
}

function checkWhole(
  value: number | undefined,
  options: { field: string; max: number; otherwise: number },
): number {
  const { field, max, otherwise } = options;
  if (value === undefined) return otherwise;
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new InputError(`${field} must be a whole number, 1 to ${max}`);
  }
  return value;
}

function checkLimit(limit: number | undefined): number {
  return checkWhole(limit, {
    field: 'limit',
    max: MAX_LIMIT,
    otherwise: DEFAULT_LIMIT,
  });
}

/** Does what is asked of readiness. Who may ask is settled before, by `AuthorizedReadiness`. */
export class DefaultReadiness {
  readonly #store: ReadinessStore;
  readonly #directory: EntityDirectory;
  readonly #scorecard: Scorecard;
  readonly #gate: Gate;
  readonly #evaluator: ScoreEvaluator;
  readonly #settings: { environments: string[]; defaultEnvironment: string };
  readonly #now: () => Date;

  constructor(options: {
    store: ReadinessStore;
    directory: EntityDirectory;
    scorecard: Scorecard;
    gate: Gate;
    evaluator: ScoreEvaluator;
    settings: { environments: string[]; defaultEnvironment: string };
    now(): Date;
  }) {
    this.#store = options.store;
    this.#directory = options.directory;
    this.#scorecard = options.scorecard;
    this.#gate = options.gate;
    this.#evaluator = options.evaluator;
    this.#settings = options.settings;
    this.#now = options.now;
  }

  async askGate(request: GateRequest, askedBy: string): Promise<GateDecision> {
    const checked = checkGateRequest(request, this.#settings);
    const projected = await this.#entity(checked.entityRef);
    const decision = await this.#gate.decide(checked, projected, {
      by: askedBy,
      at: this.#now(),
    });
    await this.#store.insertDecision(decision);
    return decision;
  }

  async getDecision(id: string): Promise<GateDecision> {
    const decision = await this.#store.readDecision(id);
    if (!decision) {
      throw unknownDecision(id);
    }
    return decision;
  }

  async listDecisions(
    request: EntityRequest & PageRequest,
  ): Promise<GateDecisionPage> {
    const { entity, environment, limit, cursor } = request;
    return await this.#store.listDecisions({
      entityRef: normalizeEntityRef(entity),
      ...(environment && {
        environment: checkEnvironment(environment, this.#settings),
      }),
      limit: checkLimit(limit),
      cursor,
    });
  }

  async getScore(request: EntityRequest): Promise<Score> {
    const entityRef = normalizeEntityRef(request.entity);
    const environment = this.#environment(request.environment);
    const projected = await this.#entity(entityRef);
    const key = {
      tenant: projected.tenant,
      scorecard: this.#scorecard.name,
      entityRef,
      environment,
    };
    const stored = (await this.#store.readScores([key])).get(key);
    if (stored) return stored.score;
    if (!this.#scorecard.isFor(projected.entity)) {
      throw new NotFoundError(
        `${entityRef} has no score: the filter of scorecard ${
          this.#scorecard.name
        } leaves it out`,
      );
    }
    const definition = this.#scorecard.assertDefinition();
    const [score] = await this.#evaluator.evaluate(definition, environment, [
      projected,
    ]);
    return score;
  }

  async getHistory(
    request: EntityRequest & { days?: number },
  ): Promise<ScoreHistory> {
    const entityRef = normalizeEntityRef(request.entity);
    const environment = this.#environment(request.environment);
    const days = checkWhole(request.days, {
      field: 'days',
      max: MAX_DAYS,
      otherwise: DEFAULT_DAYS,
    });
    const { tenant } = await this.#entity(entityRef);
    const from = new Date(this.#now().getTime() - days * DAY_MS);
    const scorecard = this.#scorecard.name;
    const items = await this.#store.readHistory(
      { tenant, scorecard, entityRef, environment },
      from,
    );
    const definitionChanges = await this.#store.definitionChanges({
      scorecard,
      from,
    });
    return { items, definitionChanges };
  }

  async listScores(
    request: ListScoresRequest,
    { services }: Visibility,
  ): Promise<ScorePage> {
    const { owner, search, sort = 'score', order = 'asc', cursor } = request;
    return await this.#store.listScores(services, {
      scorecard: this.#scorecard.name,
      environment: this.#environment(request.environment),
      ...(owner && { ownerRef: readOwner(owner) }),
      search: search?.trim(),
      sort,
      order,
      limit: checkLimit(request.limit),
      cursor,
      changeSince: new Date(this.#now().getTime() - CHANGE_DAYS * DAY_MS),
    });
  }

  async listTeams(
    request: ListTeamsRequest,
    visibility: Visibility,
  ): Promise<TeamScorePage> {
    const { sort = 'tree', order = 'asc', cursor } = request;
    const limit = checkLimit(request.limit);
    const services = await this.#store.readServices(visibility.services, {
      scorecard: this.#scorecard.name,
      environment: this.#environment(request.environment),
      filter: this.#scorecard.filter,
    });
    const { groups, closure } = await this.#store.readGroups(visibility.groups);
    const teams = rollUpTeams(groups, closure, services).filter(
      team => team.services > 0,
    );
    return pageTeams(teams, { sort, order, limit, cursor });
  }

  async getSummary(
    request: { environment?: string },
    visibility: Visibility,
  ): Promise<ReadinessSummary> {
    const environment = this.#environment(request.environment);
    const services = await this.#store.readServices(visibility.services, {
      scorecard: this.#scorecard.name,
      environment,
      filter: this.#scorecard.filter,
    });
    return summarize(services, {
      levels: this.#scorecard.shown?.levels ?? [],
      threshold: this.#scorecard.threshold,
      environment,
    });
  }

  getScorecards(): ScorecardsResponse {
    const { shown, problem } = this.#scorecard;
    return {
      items: shown ? [shown] : [],
      ...this.#settings,
      ...(problem && { problem }),
    };
  }

  async validateScorecard(value: JsonValue): Promise<ScorecardDefinition> {
    const content = readScorecardConfig(
      this.#scorecard.name,
      value,
      'scorecard',
    );
    const latest = await this.#store.latestDefinition(content.name);
    const same = latest?.digest === contentDigest(content);
    return toDefinition(content, (latest?.version ?? 0) + (same ? 0 : 1));
  }

  #environment(environment: string | undefined): string {
    return checkEnvironment(environment, this.#settings);
  }

  async #entity(entityRef: string): Promise<ProjectedEntity> {
    const projected = (await this.#directory.get([entityRef])).get(entityRef);
    if (!projected) {
      throw new NotFoundError(`There is no entity ${entityRef} in the catalog`);
    }
    return projected;
  }
}

function readOwner(owner: string): string {
  return normalizeEntityRef(
    owner.includes(':') ? owner : `group:${owner}`,
    'owner',
  );
}
