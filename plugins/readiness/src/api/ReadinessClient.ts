import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ReadinessSummary,
  Score,
  ScorecardsResponse,
  ScoreHistory,
  ScorePage,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import {
  EntityRequest,
  GateDecisionPage,
  ListRequest,
  ReadinessApi,
  ScoresRequest,
} from './ReadinessApi';

type Query = Record<string, string | number | undefined>;

/** The readiness backend over HTTP. @public */
export class ReadinessClient implements ReadinessApi {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  getScore({ entityRef, environment }: EntityRequest, signal?: AbortSignal) {
    const query = { entity: entityRef, environment };
    return this.#get<Score>('/v1/scores/by-entity', query, signal);
  }

  getHistory(request: EntityRequest & { days?: number }, signal?: AbortSignal) {
    const { entityRef, environment, days } = request;
    const query = { entity: entityRef, environment, days };
    return this.#get<ScoreHistory>('/v1/scores/history', query, signal);
  }

  getDecisions(
    request: EntityRequest & { limit?: number; cursor?: string },
    signal?: AbortSignal,
  ) {
    const { entityRef, ...rest } = request;
    const query = { entity: entityRef, ...rest };
    return this.#get<GateDecisionPage>('/v1/gate/decisions', query, signal);
  }

  getScores(request: ScoresRequest, signal?: AbortSignal) {
    return this.#get<ScorePage>('/v1/scores', { ...request }, signal);
  }

  getTeams(request: ListRequest, signal?: AbortSignal) {
    return this.#get<TeamScorePage>('/v1/teams', { ...request }, signal);
  }

  getSummary(request: { environment?: string }, signal?: AbortSignal) {
    return this.#get<ReadinessSummary>('/v1/summary', request, signal);
  }

  getScorecards(signal?: AbortSignal) {
    return this.#get<ScorecardsResponse>('/v1/scorecards', {}, signal);
  }

  async #get<T>(path: string, query: Query, signal?: AbortSignal): Promise<T> {
    const baseUrl = await this.#discovery.getBaseUrl('readiness');
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') params.set(name, String(value));
    }
    const search = params.size > 0 ? `?${params}` : '';
    const response = await this.#fetch.fetch(`${baseUrl}${path}${search}`, {
      signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }
}
