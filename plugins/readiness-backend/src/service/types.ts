import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';
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

/** Where a list goes on, and how much of it. */
export interface PageRequest {
  /** 1 to 100, by default 20. */
  limit?: number;
  cursor?: string;
}

export interface ListScoresRequest extends PageRequest {
  environment?: string;
  /** Group or user ref; scores of groups that lie in it are included. */
  owner?: string;
  /** Part of the title or the name. */
  search?: string;
  sort?: ScoreSort;
  order?: 'asc' | 'desc';
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
  /** `days` is 1 to 365, by default 90. */
  getHistory(
    request: EntityRequest & { days?: number },
    options: ReadinessCallOptions,
  ): Promise<ScoreHistory>;
  listScores(
    request: ListScoresRequest,
    options: ReadinessCallOptions,
  ): Promise<ScorePage>;
  listTeams(
    request: ListTeamsRequest,
    options: ReadinessCallOptions,
  ): Promise<TeamScorePage>;
  getSummary(
    request: { environment?: string },
    options: ReadinessCallOptions,
  ): Promise<ReadinessSummary>;
  getScorecards(options: ReadinessCallOptions): Promise<ScorecardsResponse>;
  /** Checks what would be configured, and changes nothing. */
  validateScorecard(
    value: JsonValue,
    options: ReadinessCallOptions,
  ): Promise<ScorecardDefinition>;
}
