import { createApiRef } from '@backstage/core-plugin-api';
import {
  GateDecision,
  ReadinessSummary,
  Score,
  ScorecardsResponse,
  ScoreHistory,
  ScorePage,
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
  /** 1 to 200. */
  limit?: number;
  cursor?: string;
}

/** @public */
export interface ScoresRequest extends ListRequest {
  /** A group; the services of the groups below it are included. */
  owner?: string;
  /** Part of a name. */
  search?: string;
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
  getTeams(request: ListRequest, signal?: AbortSignal): Promise<TeamScorePage>;
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
