import { CustomErrorBase } from '@backstage/errors';
import {
  GateDecision,
  GateRequest,
  Score,
} from '@maestro-conductor/plugin-readiness-common';
import { PushRecordsResponse } from '@maestro-conductor/plugin-evidence-common';

/** Milliseconds. */
const ANSWER_TIMEOUT = 60_000;
/** Milliseconds: 200 MB over a slow line take a while. */
const UPLOAD_TIMEOUT = 15 * 60_000;
/** Characters of a foreign answer that are repeated in an error. */
const MAX_QUOTE = 300;

/** The portal could not be asked, or did not answer as it should. @internal */
export class PortalError extends CustomErrorBase {
  name = 'PortalError';
}

/**
 * Asks the portal. Each method throws a `PortalError` that says in one sentence what was wrong and the way out.
 *
 * @internal
 */
export class PortalClient {
  /** Without a slash at the end. */
  readonly url: string;
  private readonly token: string | undefined;

  constructor(options: { url: string; token?: string }) {
    this.url = options.url;
    this.token = options.token;
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

  private async ask<T>(
    path: string,
    request: {
      method?: string;
      headers?: Record<string, string>;
      body?: string | FormData;
      timeout?: number;
    },
  ): Promise<T> {
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
      throw new PortalError(this.explainStatus(response.status, body));
    }
    if (!body) {
      throw new PortalError(
        `${this.url} answered ${response.status} without JSON: is it the address of the portal?`,
      );
    }
    return body as T;
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
