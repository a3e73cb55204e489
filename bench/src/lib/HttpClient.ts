/** An answer, as long as it took to arrive whole. The body is not parsed: a client's parsing is not the server's time. */
export interface TimedAnswer {
  milliseconds: number;
  body: string;
}

/** Asks one backend in one person's or service's name. */
export class HttpClient {
  constructor(
    private readonly baseUrl: string,
    private readonly token: string,
  ) {}

  /** The same backend, in another name. */
  as(token: string): HttpClient {
    return new HttpClient(this.baseUrl, token);
  }

  /**
   * Sends a request, JSON where there is a body, and waits for the whole answer.
   *
   * @param path - below the base URL, for example `/api/readiness/v1/scores`
   * @throws Error with status and answer where the status is not 2xx
   */
  async send(
    method: string,
    path: string,
    body?: object,
  ): Promise<TimedAnswer> {
    const form = body instanceof FormData;
    const started = performance.now();
    const response = await fetch(`${this.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(body && !form && { 'content-type': 'application/json' }),
      },
      body: form ? body : body && JSON.stringify(body),
    });
    const text = await response.text();
    const milliseconds = performance.now() - started;
    if (!response.ok) {
      throw new Error(
        `${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`,
      );
    }
    return { milliseconds, body: text };
  }

  get(path: string): Promise<TimedAnswer> {
    return this.send('GET', path);
  }

  post(path: string, body: object): Promise<TimedAnswer> {
    return this.send('POST', path, body);
  }

  /** Whether something answers under a path; the whole answer is read. */
  async isThere(path: string): Promise<boolean> {
    const response = await fetch(`${this.baseUrl}${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
    });
    await response.arrayBuffer();
    return response.ok;
  }
}
