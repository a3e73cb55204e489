import {
  ObjectiveDetail,
  ObjectivePage,
  ObjectiveQueryOptions,
  ObjectiveSeries,
  TeamBoardPage,
} from '@maestro-conductor/plugin-slo-common';
import { getFromPlugin, PluginApis, PluginQuery } from '@maestro-conductor/ui';
import { SeriesRequest, SloApi, TeamsRequest } from './SloApi';

/** The SLO backend over HTTP. @public */
export class SloClient implements SloApi {
  readonly #apis: PluginApis;

  constructor(apis: PluginApis) {
    this.#apis = apis;
  }

  getObjectives(query: ObjectiveQueryOptions, signal?: AbortSignal) {
    const { owners, entityRefs, statuses, windows, burning, ...rest } = query;
    return this.#get<ObjectivePage>(
      '/v1/objectives',
      {
        owner: owners,
        entityRef: entityRefs,
        status: statuses,
        window: windows,
        burning: burning === undefined ? undefined : String(burning),
        ...rest,
      },
      signal,
    );
  }

  getObjective(id: string, signal?: AbortSignal) {
    const path = `/v1/objectives/${encodeURIComponent(id)}`;
    return this.#get<ObjectiveDetail>(path, {}, signal);
  }

  getSeries({ id, ...query }: SeriesRequest, signal?: AbortSignal) {
    const path = `/v1/objectives/${encodeURIComponent(id)}/series`;
    return this.#get<ObjectiveSeries>(path, query, signal);
  }

  getTeams(request: TeamsRequest, signal?: AbortSignal) {
    return this.#get<TeamBoardPage>('/v1/teams', { ...request }, signal);
  }

  async #get<T>(
    path: string,
    query: PluginQuery,
    signal?: AbortSignal,
  ): Promise<T> {
    const response = await getFromPlugin(this.#apis, {
      pluginId: 'slo',
      path,
      query,
      signal,
    });
    return response.json();
  }
}
