import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
import {
  EntityScores,
  EntityScoresRequest,
  EvaluationResult,
  GateDecision,
  GateDecisionPage,
  GateRequest,
  ReadinessSummary,
  Score,
  ScoreChanges,
  ScoreFacets,
  ScoreFilter,
  ScorecardDefinition,
  ScorecardsResponse,
  ScoreHistory,
  ScorePage,
  TeamScore,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { ScoreSort } from '../database/operations/listScores';

/** On whose behalf a call is made. */
export interface ReadinessCallOptions {
  credentials: BackstageCredentials;
}

/** Entity as `gateway` or `component:default/gateway`; the default environment where none is named. */
export interface EntityRequest {
  entity: string;
  environment?: string;
}

/** EntityScores whose items are JSON already: a thousand of them are sent without ever having been objects. */
export interface EntityScoreTexts extends Omit<EntityScores, 'items'> {
  /** UTF-8, each a ScoreResult, in the order asked. */
  items: Buffer[];
}

/** Where a list goes on, and how much of it. */
export interface PageRequest {
  /** 1 to 100, by default 20. */
  limit?: number;
  cursor?: string;
}

/** Which scores: those of an environment, the default one where none is named, that match a filter. */
export interface FilterRequest extends ScoreFilter {
  environment?: string;
}

export interface ListScoresRequest extends FilterRequest, PageRequest {
  sort?: ScoreSort;
  order?: 'asc' | 'desc';
}

/** A list of scores as a file. */
export interface ScoreExport {
  fileName: string;
  /** Text in pieces; read while it is sent. */
  lines: AsyncIterable<string>;
}

/** A group by its name or ref. */
export interface TeamRequest {
  group: string;
  environment?: string;
}

/** What teams can be sorted by; `tree` is depth-first. */
export const TEAM_SORTS = ['tree', 'score', 'title', 'services'] as const;

export interface ListTeamsRequest extends PageRequest {
  environment?: string;
  sort?: (typeof TEAM_SORTS)[number];
  order?: 'asc' | 'desc';
}

/** Everything that can be asked of readiness. Each method throws InputError naming the field that is wrong. */
export interface ReadinessService {
  /** Decides at the moment of asking, and keeps the decision. Throws NotFoundError with near names. */
  askGate(
    request: GateRequest,
    options: ReadinessCallOptions,
  ): Promise<GateDecision>;
  getDecision(id: string, options: ReadinessCallOptions): Promise<GateDecision>;
  /** Newest first. */
  listDecisions(
    request: EntityRequest & PageRequest,
    options: ReadinessCallOptions,
  ): Promise<GateDecisionPage>;
  getScore(
    request: EntityRequest,
    options: ReadinessCallOptions,
  ): Promise<Score>;
  /**
   * Kept scores, in the order asked, each entity once. Evaluates nothing: entities without a kept score are named as missing, beside
   * those that do not exist or are not for the reader's eyes. `getScore` tells of one what is left out here.
   */
  getScores(
    request: EntityScoresRequest,
    options: ReadinessCallOptions,
  ): Promise<EntityScoreTexts>;
  /** `days` is 1 to 365, by default 90. */
  getHistory(
    request: EntityRequest & { days?: number },
    options: ReadinessCallOptions,
  ): Promise<ScoreHistory>;
  /** What changed since a moment: ISO 8601, by default 7 days ago, at most 366 days back. */
  getChanges(
    request: EntityRequest & { since?: string },
    options: ReadinessCallOptions,
  ): Promise<ScoreChanges>;
  listScores(
    request: ListScoresRequest,
    options: ReadinessCallOptions,
  ): Promise<ScorePage>;
  /** By what a list with this filter can be narrowed further, or otherwise. */
  getFacets(
    request: FilterRequest,
    options: ReadinessCallOptions,
  ): Promise<ScoreFacets>;
  /** All that `listScores` would list, 100,000 rows at most. */
  exportScores(
    request: Omit<ListScoresRequest, 'limit' | 'cursor'>,
    options: ReadinessCallOptions,
  ): Promise<ScoreExport>;
  listTeams(
    request: ListTeamsRequest,
    options: ReadinessCallOptions,
  ): Promise<TeamScorePage>;
  /** One group, also without services. Throws NotFoundError with near names. */
  getTeam(
    request: TeamRequest,
    options: ReadinessCallOptions,
  ): Promise<TeamScore>;
  /** Over all services, or those of an owner and of the groups that lie in it. */
  getSummary(
    request: { environment?: string; owner?: string },
    options: ReadinessCallOptions,
  ): Promise<ReadinessSummary>;
  /**
   * Computes and stores the scores of all entities of the scorecard in an environment now. Throws ConflictError where that is going on,
   * ServiceUnavailableError while the configured scorecard is invalid.
   */
  evaluateScores(
    request: { environment?: string },
    options: ReadinessCallOptions,
  ): Promise<EvaluationResult>;
  getScorecards(options: ReadinessCallOptions): Promise<ScorecardsResponse>;
  /** Checks what would be configured, and changes nothing. */
  validateScorecard(
    value: JsonValue,
    options: ReadinessCallOptions,
  ): Promise<ScorecardDefinition>;
}
