import {
  EvidenceRecordPage,
  FactsResponse,
  RecordFacets,
} from '@maestro-conductor/plugin-evidence-common';
import { getFromPlugin, PluginApis, PluginQuery } from '@maestro-conductor/ui';
import {
  ContentPreview,
  EvidenceApi,
  RecordsRequest,
  RecordWithFacts,
} from './EvidenceApi';
import { readUpTo } from './readUpTo';

/** The evidence backend over HTTP. @public */
export class EvidenceClient implements EvidenceApi {
  readonly #apis: PluginApis;

  constructor(apis: PluginApis) {
    this.#apis = apis;
  }

  async getRecords(
    request: RecordsRequest,
    signal?: AbortSignal,
  ): Promise<EvidenceRecordPage> {
    const { entityRef, limit, cursor, from, to, freshness, search } = request;
    const { kinds, environments, producers, branches } = request;
    // Written here, because an empty value of a list means something: bound to none.
    const lists = {
      kind: kinds,
      environment: environments,
      producer: producers,
      branch: branches,
    };
    const params = new URLSearchParams();
    for (const [name, values] of Object.entries(lists)) {
      for (const value of values ?? []) params.append(name, value);
    }
    const rest = { from, to, freshness, search, limit, cursor };
    for (const [name, value] of Object.entries(rest)) {
      if (value !== undefined) params.append(name, String(value));
    }
    params.append('entity', entityRef);
    const response = await this.#get(`/v1/records?${params}`, {}, signal);
    return response.json();
  }

  async getRecordFacets(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<RecordFacets> {
    const response = await this.#get(
      '/v1/records/facets',
      { entity: entityRef },
      signal,
    );
    return response.json();
  }

  async getRecord(id: string, signal?: AbortSignal): Promise<RecordWithFacts> {
    const response = await this.#get(
      `/v1/records/${encodeURIComponent(id)}`,
      {},
      signal,
    );
    return response.json();
  }

  async getFacts(
    request: { entityRef: string; environment?: string },
    signal?: AbortSignal,
  ): Promise<FactsResponse> {
    const { entityRef, environment } = request;
    const response = await this.#get(
      '/v1/facts',
      { entity: entityRef, environment },
      signal,
    );
    return response.json();
  }

  async previewContent(
    id: string,
    maxBytes: number,
    signal?: AbortSignal,
  ): Promise<ContentPreview> {
    const response = await this.#content(id, 'inline', signal);
    if (!response.body) return { text: '', truncated: false };
    const { bytes, truncated } = await readUpTo(response.body, maxBytes);
    return { text: new TextDecoder().decode(bytes), truncated };
  }

  async downloadContent(id: string): Promise<Blob> {
    const response = await this.#content(id, 'attachment');
    return response.blob();
  }

  async #content(id: string, disposition: string, signal?: AbortSignal) {
    const path = `/v1/records/${encodeURIComponent(id)}/content`;
    return this.#get(path, { disposition }, signal);
  }

  async #get(
    path: string,
    query: PluginQuery,
    signal?: AbortSignal,
  ): Promise<Response> {
    return getFromPlugin(this.#apis, {
      pluginId: 'evidence',
      path,
      query,
      signal,
    });
  }
}
