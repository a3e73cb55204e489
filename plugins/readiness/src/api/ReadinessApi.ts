import { createApiRef } from '@backstage/core-plugin-api';
import {
  GateDecision,
  ReadinessSummary,
  Score,
  ScorecardsResponse,
  ScoreChanges,
  ScoreFacets,
  ScoreFilter,
  ScoreHistory,
  ScorePage,
  TeamScore,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';

/** @public */
export interface EntityRequest {
  entityRef: string;
  /** The portal's default where absent. */
  environment?: string;
}

/** @public */
export interface ListRequest {
  environment?: string;
  /** A word the server sorts by. */
  sort?: string;
  order?: 'asc' | 'desc';
  /** 1 to 100. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ScoresRequest extends ListRequest, ScoreFilter {}

/** @public */
export interface FacetsRequest extends ScoreFilter {
  environment?: string;
}

/** A file to save. @public */
export interface ScoresFile {
  blob: Blob;
  fileName: string;
}

/** A page of decisions of the gate, newest first. @public */
export interface GateDecisionPage {
  items: GateDecision[];
  nextCursor?: string;
}

/**
 * What the screens ask of the readiness backend. All methods throw a `ResponseError` where the backend refuses or fails.
 *
 * @public
 */
export interface ReadinessApi {
  getScore(request: EntityRequest, signal?: AbortSignal): Promise<Score>;
  /** The last `days` days, 90 where absent. */
  getHistory(
    request: EntityRequest & { days?: number },
    signal?: AbortSignal,
  ): Promise<ScoreHistory>;
  getDecisions(
    request: EntityRequest & { limit?: number; cursor?: string },
    signal?: AbortSignal,
  ): Promise<GateDecisionPage>;
  getScores(request: ScoresRequest, signal?: AbortSignal): Promise<ScorePage>;
  /** How many services there are by what they can be filtered by, each field within the filters of the others. */
  getFacets(request: FacetsRequest, signal?: AbortSignal): Promise<ScoreFacets>;
  /** All scores that match, as a table of comma-separated values. */
  getScoresFile(
    request: Omit<ScoresRequest, 'limit' | 'cursor'>,
  ): Promise<ScoresFile>;
  /** What changed since a moment, ISO 8601; within the last 366 days. */
  getChanges(
    request: EntityRequest & { since: string },
    signal?: AbortSignal,
  ): Promise<ScoreChanges>;
  getTeams(request: ListRequest, signal?: AbortSignal): Promise<TeamScorePage>;
  /** One group, by its ref. */
  getTeam(
    request: { groupRef: string; environment?: string },
    signal?: AbortSignal,
  ): Promise<TeamScore>;
  getSummary(
    request: { environment?: string },
    signal?: AbortSignal,
  ): Promise<ReadinessSummary>;
  getScorecards(signal?: AbortSignal): Promise<ScorecardsResponse>;
}

/** @public */
export const readinessApiRef = createApiRef<ReadinessApi>({
  id: 'plugin.readiness.api',
});
