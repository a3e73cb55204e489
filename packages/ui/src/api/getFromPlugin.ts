import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';

/** What a client of a plugin's backend is made with. @public */
export interface PluginApis {
  discoveryApi: DiscoveryApi;
  fetchApi: FetchApi;
}

/** Values of a query; those that are undefined or empty are left out, a list is written as one parameter for each of its values. @public */
export type PluginQuery = Record<
  string,
  string | number | readonly string[] | undefined
>;

/**
 * Asks a plugin's backend with GET.
 *
 * @param request - `path` begins with a slash, for example `/v1/records`
 * @returns a response with a 2xx status; its body is not read yet
 * @throws ResponseError for any other status, and what `fetch` throws where there is no answer or `signal` aborts
 * @public
 */
export async function getFromPlugin(
  { discoveryApi, fetchApi }: PluginApis,
  request: {
    pluginId: string;
    path: string;
    query?: PluginQuery;
    signal?: AbortSignal;
  },
): Promise<Response> {
  const { pluginId, path, query = {}, signal } = request;
  const baseUrl = await discoveryApi.getBaseUrl(pluginId);
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== '') params.append(name, String(one));
    }
  }
  const search = params.size > 0 ? `?${params}` : '';
  const response = await fetchApi.fetch(`${baseUrl}${path}${search}`, {
    signal,
  });
  if (!response.ok) throw await ResponseError.fromResponse(response);
  return response;
}
