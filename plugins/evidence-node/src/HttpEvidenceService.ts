import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  ChangePage,
  EvidenceChangeType,
  Fact,
  FactsResponse,
  PutFactsRequest,
  PutFactsResponse,
} from '@maestro-conductor/plugin-evidence-common';
import { ChangesGoneError } from './errors';
import { readFactSheets } from './factSheets';
import {
  EvidenceService,
  EvidenceServiceCallOptions,
  FactHistoryRequest,
  FactSheetsRequest,
  LatestFactsRequest,
} from './EvidenceService';

/**
 * Reads evidence, and tells it facts, over HTTP on behalf of whoever the credentials are of.
 *
 * Every method rejects with a ResponseError where the evidence backend refuses or fails.
 *
 * @internal
 */
export class HttpEvidenceService implements EvidenceService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  constructor(options: { auth: AuthService; discovery: DiscoveryService }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getLatestFacts(
    request: LatestFactsRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<Fact[]> {
    const { entityRefs, environment, names, commit, asOf } = request;
    if (entityRefs.length > 1 && !commit && !asOf) {
      // The form that is cheapest for both sides.
      const sheets = await this.getFactSheets(request, options);
      const facts = readFactSheets(sheets, { environment, names });
      return [...facts.values()].flatMap(ofEntity => [...ofEntity.values()]);
    }
    const response = await this.#post('/v1/facts/latest', options, request);
    const { items }: FactsResponse = await response.json();
    return items;
  }

  async getFactSheets(
    request: FactSheetsRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<Uint8Array> {
    const { entityRefs, environment } = request;
    const response = await this.#post('/v1/facts/sheets', options, {
      entityRefs,
      environment,
    });
    return new Uint8Array(await response.arrayBuffer());
  }

  async getFactHistory(
    request: FactHistoryRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<Fact[]> {
    const query = new URLSearchParams({
      entity: request.entityRef,
      environment: request.environment,
      from: request.from,
      to: request.to,
    });
    request.names.forEach(name => query.append('name', name));
    const response = await this.#fetch(`/v1/facts/history?${query}`, options);
    const { items }: FactsResponse = await response.json();
    return items;
  }

  async getChanges(
    request: { after: number; limit?: number },
    options: EvidenceServiceCallOptions,
  ): Promise<ChangePage<EvidenceChangeType>> {
    const query = new URLSearchParams({ after: String(request.after) });
    if (request.limit !== undefined) {
      query.set('limit', String(request.limit));
    }
    const response = await this.#fetch(`/v1/changes?${query}`, options);
    return response.json();
  }

  async putFacts(
    request: PutFactsRequest,
    options: EvidenceServiceCallOptions,
  ): Promise<PutFactsResponse> {
    const response = await this.#post('/v1/facts', options, request);
    return response.json();
  }

  async #post(
    path: string,
    options: EvidenceServiceCallOptions,
    body: object,
  ): Promise<Response> {
    return this.#fetch(path, options, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  async #fetch(
    path: string,
    options: EvidenceServiceCallOptions,
    init?: RequestInit,
  ): Promise<Response> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: options.credentials,
      targetPluginId: 'evidence',
    });
    const baseUrl = await this.#discovery.getBaseUrl('evidence');
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: {
        ...init?.headers,
        // Mostly on one machine, where to compress takes longer than to send.
        'Accept-Encoding': 'identity',
        Authorization: `Bearer ${token}`,
      },
    });
    if (response.ok) {
      return response;
    }
    const error = await ResponseError.fromResponse(response);
    if (response.status !== 410) {
      throw error;
    }
    const gone = new ChangesGoneError(error.body.error.message);
    const { latest } = error.body.error;
    gone.latest = typeof latest === 'number' ? latest : undefined;
    throw gone;
  }
}
