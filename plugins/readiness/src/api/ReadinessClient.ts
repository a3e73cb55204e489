import {
  ReadinessSummary,
  Score,
  ScorecardsResponse,
  ScoreChanges,
  ScoreFacets,
  ScoreHistory,
  ScorePage,
  TeamScore,
  TeamScorePage,
} from '@maestro-conductor/plugin-readiness-common';
import { getFromPlugin, PluginApis, PluginQuery } from '@maestro-conductor/ui';
import { attachmentName } from '../lib/attachmentName';
import {
  EntityRequest,
  FacetsRequest,
  GateDecisionPage,
  ListRequest,
  ReadinessApi,
  ScoresFile,
  ScoresRequest,
} from './ReadinessApi';

/** The readiness backend over HTTP. @public */
export class ReadinessClient implements ReadinessApi {
  readonly #apis: PluginApis;

  constructor(apis: PluginApis) {
    this.#apis = apis;
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

  getFacets(request: FacetsRequest, signal?: AbortSignal) {
    return this.#get<ScoreFacets>('/v1/scores/facets', { ...request }, signal);
  }

  async getScoresFile(
    request: Omit<ScoresRequest, 'limit' | 'cursor'>,
  ): Promise<ScoresFile> {
    const response = await this.#ask('/v1/scores/csv', { ...request });
    const header = response.headers.get('content-disposition');
    return {
      blob: await response.blob(),
      fileName: attachmentName(header) ?? 'readiness.csv',
    };
  }

  getChanges(
    { entityRef, environment, since }: EntityRequest & { since: string },
    signal?: AbortSignal,
  ) {
    const query = { entity: entityRef, environment, since };
    return this.#get<ScoreChanges>('/v1/scores/changes', query, signal);
  }

  getTeam(
    { groupRef, environment }: { groupRef: string; environment?: string },
    signal?: AbortSignal,
  ) {
    const query = { group: groupRef, environment };
    return this.#get<TeamScore>('/v1/teams/by-group', query, signal);
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

  async #get<T>(
    path: string,
    query: PluginQuery,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await this.#ask(path, query, signal);
    return response.json();
  }

  #ask(path: string, query: PluginQuery, signal?: AbortSignal) {
    return getFromPlugin(this.#apis, {
      pluginId: 'readiness',
      path,
      query,
      signal,
    });
  }
}
