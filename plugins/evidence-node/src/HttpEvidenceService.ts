import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import {
  ChangePage,
  EvidenceChangeType,
  Fact,
  FactsResponse,
} from '@maestro-conductor/plugin-evidence-common';
import { ChangesGoneError } from './errors';
import { factsOfSheets, isFactSheetsResponse } from './factSheets';
import {
  EvidenceService,
  EvidenceServiceCallOptions,
  FactHistoryRequest,
  LatestFactsRequest,
} from './EvidenceService';

/**
 * Reads evidence over HTTP on behalf of whoever the credentials are of.
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
      return this.#readSheets({ entityRefs, environment, names }, options);
    }
    const response = await this.#post('/v1/facts/latest', options, request);
    const { items }: FactsResponse = await response.json();
    return items;
  }

  /** Many entities at once, in the form that is cheapest for both sides. */
  async #readSheets(
    request: Pick<LatestFactsRequest, 'entityRefs' | 'environment' | 'names'>,
    options: EvidenceServiceCallOptions,
  ): Promise<Fact[]> {
    const { entityRefs, environment, names } = request;
    const response = await this.#post('/v1/facts/sheets', options, {
      entityRefs,
      environment,
    });
    const answer = await response.json();
    if (!isFactSheetsResponse(answer)) {
      throw new ServiceUnavailableError(
        'The evidence backend writes fact sheets of another version; run the same version of all plugins',
      );
    }
    return factsOfSheets(answer.items, { environment, names });
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
