import { createApiRef } from '@backstage/core-plugin-api';
import {
  ObjectiveDetail,
  ObjectivePage,
  ObjectiveQueryOptions,
  ObjectiveSeries,
  TeamBoardPage,
} from '@maestro-conductor/plugin-slo-common';

/** Which chart to draw. @public */
export interface SeriesRequest {
  id: string;
  /** ISO 8601; the beginning of the window where absent. */
  from?: string;
  /** ISO 8601; now where absent. */
  to?: string;
  /** At most 500. */
  points?: number;
}

/** Which teams to list. @public */
export interface TeamsRequest {
  /** In the title of the team. */
  text?: string;
  /** 1 to 100. */
  limit?: number;
  cursor?: string;
}

/**
 * What the screens ask of the SLO backend. All methods throw a `ResponseError` where the backend refuses or fails.
 *
 * @public
 */
export interface SloApi {
  getObjectives(
    query: ObjectiveQueryOptions,
    signal?: AbortSignal,
  ): Promise<ObjectivePage>;
  getObjective(id: string, signal?: AbortSignal): Promise<ObjectiveDetail>;
  getSeries(
    request: SeriesRequest,
    signal?: AbortSignal,
  ): Promise<ObjectiveSeries>;
  getTeams(request: TeamsRequest, signal?: AbortSignal): Promise<TeamBoardPage>;
}

/** @public */
export const sloApiRef = createApiRef<SloApi>({
  id: 'plugin.slo.api',
});
