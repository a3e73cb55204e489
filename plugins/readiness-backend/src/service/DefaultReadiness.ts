import { NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  EntityDirectory,
  EntityRestriction,
  normalizeEntityRef,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import {
  EntityScoresRequest,
  EvaluationResult,
  GateDecision,
  GateDecisionPage,
  GateRequest,
  ReadinessSummary,
  Score,
  ScoreChanges,
  ScoreFacets,
  ScorecardDefinition,
  ScorecardsResponse,
  ScoreHistory,
  SCORE_PARTS,
  ScorePage,
  TeamScore,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { ReadinessStore } from '../database/ReadinessStore';
import { changesSince } from '../domain/changesSince';
import { checkEnvironment, checkGateRequest } from '../domain/gateRequest';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { contentDigest, toDefinition } from '../domain/scorecardContent';
import { sinceOf } from '../domain/sinceOf';
import { DAY_MS } from '../domain/utcDay';
import { Gate } from './Gate';
import { checkEntities, checkLimit, checkWhole } from './requests';
import { Scorecard } from './Scorecard';
import { ScoreEvaluator } from './ScoreEvaluator';
import { ScoreKeeper } from './ScoreKeeper';
import { ScoreLists } from './ScoreLists';
import { TeamBoard } from './TeamBoard';
import {
  EntityRequest,
  EntityScoreTexts,
  FilterRequest,
  ListScoresRequest,
  ListTeamsRequest,
  PageRequest,
  ScoreExport,
  TeamRequest,
} from './types';
import { unknownDecision } from './unknownDecision';
import { Visibility } from './Visibility';

const DEFAULT_DAYS = 90;
const MAX_DAYS = 365;

/** Does what is asked of readiness. Who may ask is settled before, by `AuthorizedReadiness`. */
export class DefaultReadiness {
  readonly #store: ReadinessStore;
  readonly #directory: EntityDirectory;
  readonly #scorecard: Scorecard;
  readonly #gate: Gate;
  readonly #evaluator: ScoreEvaluator;
  readonly #keeper: Pick<ScoreKeeper, 'evaluateAll'>;
  readonly #lists: ScoreLists;
  readonly #teams: TeamBoard;
  readonly #settings: { environments: string[]; defaultEnvironment: string };
  readonly #now: () => Date;

  constructor(options: {
    store: ReadinessStore;
    directory: EntityDirectory;
    scorecard: Scorecard;
    gate: Gate;
    evaluator: ScoreEvaluator;
    keeper: Pick<ScoreKeeper, 'evaluateAll'>;
    settings: { environments: string[]; defaultEnvironment: string };
    now(): Date;
  }) {
    this.#store = options.store;
    this.#directory = options.directory;
    this.#scorecard = options.scorecard;
    this.#gate = options.gate;
    this.#evaluator = options.evaluator;
    this.#keeper = options.keeper;
    this.#lists = new ScoreLists(options);
    this.#teams = new TeamBoard(options);
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
    if (request.dryRun) return { ...decision, id: '' };
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

  /** The kept score of an entity that the reader may see; undefined where there is none. */
  async findScore(
    request: EntityRequest,
    restriction: EntityRestriction,
  ): Promise<Score | undefined> {
    const entityRef = normalizeEntityRef(request.entity);
    const found = await this.#store.findScores(restriction, {
      scorecard: this.#scorecard.name,
      environment: this.#environment(request.environment),
      entityRefs: [entityRef],
    });
    return found.get(entityRef);
  }

  async getScores(
    request: EntityScoresRequest,
    restriction: EntityRestriction,
  ): Promise<EntityScoreTexts> {
    const entityRefs = checkEntities(request.entities);
    const { texts, definitions } = await this.#store.findScoreTexts(
      restriction,
      {
        scorecard: this.#scorecard.name,
        environment: this.#environment(request.environment),
        entityRefs,
        parts: SCORE_PARTS.filter(part => request.include?.includes(part)),
      },
    );
    return {
      items: entityRefs.flatMap(ref => texts.get(ref) ?? []),
      definitions,
      missing: entityRefs.filter(ref => !texts.has(ref)),
    };
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

  async getChanges(
    request: EntityRequest & { since?: string },
  ): Promise<ScoreChanges> {
    const entityRef = normalizeEntityRef(request.entity);
    const since = sinceOf(request.since, this.#now());
    const { entity } = await this.#entity(entityRef);
    const current = await this.getScore(request);
    const { scorecard } = current;
    const before = await this.#store.readPointAt(current, since);
    const definitionOf = async (version: number) =>
      await this.#store.readDefinition({ scorecard, version });
    return changesSince({
      entity,
      since,
      before,
      current,
      definitionBefore:
        before && (await definitionOf(before.definitionVersion)),
      definitionAfter: await definitionOf(current.definitionVersion),
      definitionChanges: await this.#store.definitionChanges({
        scorecard,
        from: since,
      }),
    });
  }

  async listScores(
    request: ListScoresRequest,
    visibility: Visibility,
  ): Promise<ScorePage> {
    return await this.#lists.list(request, visibility);
  }

  async getFacets(
    request: FilterRequest,
    visibility: Visibility,
  ): Promise<ScoreFacets> {
    return await this.#lists.facets(request, visibility);
  }

  async exportScores(
    request: Omit<ListScoresRequest, 'limit' | 'cursor'>,
    visibility: Visibility,
  ): Promise<ScoreExport> {
    return await this.#lists.export(request, visibility);
  }

  async listTeams(
    request: ListTeamsRequest,
    visibility: Visibility,
  ): Promise<TeamScorePage> {
    return await this.#teams.list(request, visibility);
  }

  async getTeam(
    request: TeamRequest,
    visibility: Visibility,
  ): Promise<TeamScore> {
    return await this.#teams.team(request, visibility);
  }

  async getSummary(
    request: { environment?: string; owner?: string },
    visibility: Visibility,
  ): Promise<ReadinessSummary> {
    return await this.#teams.summary(request, visibility);
  }

  async evaluateScores(request: {
    environment?: string;
  }): Promise<EvaluationResult> {
    return await this.#keeper.evaluateAll(
      this.#environment(request.environment),
    );
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
