import { DiscoveryApi, FetchApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  EvidenceRecordPage,
  FactsResponse,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ContentPreview,
  EvidenceApi,
  RecordsRequest,
  RecordWithFacts,
} from './EvidenceApi';
import { readUpTo } from './readUpTo';

/** The evidence backend over HTTP. @public */
export class EvidenceClient implements EvidenceApi {
  readonly #discovery: DiscoveryApi;
  readonly #fetch: FetchApi;

  constructor(options: { discoveryApi: DiscoveryApi; fetchApi: FetchApi }) {
    this.#discovery = options.discoveryApi;
    this.#fetch = options.fetchApi;
  }

  async getRecords(
    request: RecordsRequest,
    signal?: AbortSignal,
  ): Promise<EvidenceRecordPage> {
    const { entityRef, kind, environment, limit, cursor } = request;
    const response = await this.#get(
      '/v1/records',
      { entity: entityRef, kind, environment, limit, cursor },
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
    query: Record<string, string | number | undefined>,
    signal?: AbortSignal,
  ): Promise<Response> {
    const baseUrl = await this.#discovery.getBaseUrl('evidence');
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== '') params.set(name, String(value));
    }
    const search = params.size > 0 ? `?${params}` : '';
    const response = await this.#fetch.fetch(`${baseUrl}${path}${search}`, {
      signal,
    });
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response;
  }
}
