import {
  GateDecision,
  GateRequest,
  Score,
} from '@maestro-conductor/plugin-readiness-common';
import { PushRecordsResponse } from '@maestro-conductor/plugin-evidence-common';
import {
  ObjectivePage,
  PushedSeries,
  PushSamplesResult,
} from '@maestro-conductor/plugin-slo-common';
import { PortalError, Temporary } from './PortalError';
import { readRetryAfter } from './readRetryAfter';
import { RetryPolicy, withRetries } from './withRetries';

/** Milliseconds. */
const ANSWER_TIMEOUT = 60_000;
/** Milliseconds: 200 MB over a slow line take a while. */
const UPLOAD_TIMEOUT = 15 * 60_000;
/** Characters of a foreign answer that are repeated in an error. */
const MAX_QUOTE = 300;

/** Statuses of a portal that is starting, restarting, without its database, or asked too much. */
const TEMPORARY_STATUSES = [429, 502, 503, 504];
/** Codes of connections that were refused or broke off, and of a name server that was busy. */
const TEMPORARY_CODES = [
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'EAI_AGAIN',
  'UND_ERR_SOCKET',
];

interface PortalRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | FormData;
  /** Milliseconds for one try. */
  timeout?: number;
}

/**
 * Asks the portal. Each method throws a `PortalError` that says in one sentence what was wrong and the way out. What may pass
 * by itself is tried again first: nothing here does more when it is done twice.
 *
 * @internal
 */
export class PortalClient {
  /** Without a slash at the end. */
  readonly url: string;
  private readonly token: string | undefined;
  private readonly retry: RetryPolicy;

  constructor(options: { url: string; token?: string; retry: RetryPolicy }) {
    this.url = options.url;
    this.token = options.token;
    this.retry = options.retry;
  }

  pushRecords(form: FormData): Promise<PushRecordsResponse> {
    return this.ask('/api/evidence/v1/records', {
      method: 'POST',
      body: form,
      timeout: UPLOAD_TIMEOUT,
    });
  }

  askGate(request: GateRequest): Promise<GateDecision> {
    return this.ask('/api/readiness/v1/gate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  getScore(request: { entity: string; environment?: string }): Promise<Score> {
    const query = new URLSearchParams({ entity: request.entity });
    if (request.environment !== undefined) {
      query.set('environment', request.environment);
    }
    return this.ask(`/api/readiness/v1/scores/by-entity?${query}`, {});
  }

  pushSamples(items: PushedSeries[]): Promise<{ items: PushSamplesResult[] }> {
    return this.ask('/api/slo/v1/samples', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items }),
    });
  }

  /** All objectives of an entity or a group, what is urgent first. */
  async listObjectives(request: {
    entity?: string;
    owner?: string;
    environment?: string;
  }): Promise<Pick<ObjectivePage, 'items' | 'summary'>> {
    const { entity, owner, environment } = request;
    const query = new URLSearchParams({ limit: '200' });
    if (entity !== undefined) query.set('entityRef', entity);
    if (owner !== undefined) query.set('owner', owner);
    if (environment !== undefined) query.set('environment', environment);
    const items: ObjectivePage['items'] = [];
    for (;;) {
      const page = await this.ask<ObjectivePage>(
        `/api/slo/v1/objectives?${query}`,
        {},
      );
      items.push(...page.items);
      if (page.nextCursor === undefined) {
        return { items, summary: page.summary };
      }
      query.set('cursor', page.nextCursor);
    }
  }

  private ask<T>(path: string, request: PortalRequest): Promise<T> {
    return withRetries(() => this.askOnce<T>(path, request), this.retry);
  }

  private async askOnce<T>(path: string, request: PortalRequest): Promise<T> {
    const { timeout = ANSWER_TIMEOUT, headers, ...init } = request;
    try {
      const response = await fetch(`${this.url}${path}`, {
        ...init,
        headers: {
          accept: 'application/json',
          ...headers,
          ...(this.token && { authorization: `Bearer ${this.token}` }),
        },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeout),
      });
      return this.readAnswer<T>(response, await response.text());
    } catch (error) {
      if (error instanceof PortalError) throw error;
      throw this.explainFailure(error, timeout);
    }
  }

  private readAnswer<T>(response: Response, text: string): T {
    if (response.status >= 300 && response.status < 400) {
      throw new PortalError(
        `${this.url} sends elsewhere, to ${response.headers.get(
          'location',
        )}: give that address by --url or CONDUCTOR_URL.`,
      );
    }
    const body = parseObject(text);
    if (!response.ok) {
      throw new PortalError(
        this.explainStatus(response.status, body),
        this.temporary(response),
      );
    }
    if (!body) {
      throw new PortalError(
        `${this.url} answered ${response.status} without JSON: is it the address of the portal?`,
      );
    }
    return body as T;
  }

  private temporary({ status, headers }: Response): Temporary | undefined {
    if (!TEMPORARY_STATUSES.includes(status)) return undefined;
    return {
      reason: `the portal answered ${status}`,
      retryAfter: readRetryAfter(headers.get('retry-after'), this.retry.now()),
    };
  }

  private explainStatus(
    status: number,
    body: { error?: { message?: unknown } } | undefined,
  ): string {
    const said =
      typeof body?.error?.message === 'string'
        ? body.error.message.slice(0, MAX_QUOTE)
        : 'no reason was given';
    if (status === 401) {
      return this.token
        ? `The portal does not accept the token in CONDUCTOR_TOKEN (401: ${said}): ask its administrator for one that is valid.`
        : `The portal asks who you are (401): set CONDUCTOR_TOKEN to the token of this pipeline.`;
    }
    if (status === 404 && !body?.error) {
      return `${this.url} does not know this request (404): is it the address of a portal with Maestro Conductor?`;
    }
    return `The portal refused (${status}): ${said}`;
  }

  private explainFailure(error: unknown, timeout: number): PortalError {
    if (error instanceof Error && error.name === 'TimeoutError') {
      return new PortalError(
        `${this.url} did not answer within ${
          timeout / 1000
        } seconds: try again, or look at the portal's log.`,
      );
    }
    const cause = error instanceof Error ? error.cause ?? error : error;
    const { code, message } = cause as { code?: string; message?: string };
    return new PortalError(
      `${this.url} cannot be reached (${
        code || message || 'unknown reason'
      }): is the portal running there? Set --url or CONDUCTOR_URL.`,
      code !== undefined && TEMPORARY_CODES.includes(code)
        ? { reason: `the portal cannot be reached (${code})` }
        : undefined,
    );
  }
}

function parseObject(text: string): Record<string, never> | undefined {
  try {
    const value = JSON.parse(text);
    return value && typeof value === 'object' && !Array.isArray(value)
      ? value
      : undefined;
  } catch {
    return undefined;
  }
}
