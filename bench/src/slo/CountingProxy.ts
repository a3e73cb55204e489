import http from 'node:http';
import { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a server did for some queries. */
export interface Touched {
  queries: number;
  /** `totalQueryableSamples` of its own statistics. */
  samples: number;
}

/** Stands between a client and Prometheus: asks for the server's statistics besides, and adds them up. */
export class CountingProxy {
  readonly #server: http.Server;
  readonly #target: string;
  #touched: Touched = { queries: 0, samples: 0 };

  static async start(target: string): Promise<CountingProxy> {
    const proxy = new CountingProxy(target);
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  private constructor(target: string) {
    this.#target = target;
    this.#server = http.createServer((request, response) => {
      this.#forward(request, response).catch(error => {
        response.writeHead(502);
        response.end(String(error));
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What was touched since the last call. */
  take(): Touched {
    const touched = this.#touched;
    this.#touched = { queries: 0, samples: 0 };
    return touched;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  async #forward(
    request: http.IncomingMessage,
    response: http.ServerResponse,
  ): Promise<void> {
    const form = new URLSearchParams(await text(request));
    const { status, body, samples } = await queryPrometheus(
      this.#target + request.url,
      form,
    );
    this.#touched.queries += 1;
    this.#touched.samples += samples;
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(body);
  }
}

/** Asks Prometheus with its statistics. */
export async function queryPrometheus(url: string, form: URLSearchParams) {
  form.set('stats', 'all');
  const answer = await fetch(url, { method: 'POST', body: form });
  const body = await answer.text();
  if (!answer.ok) {
    throw new Error(`Prometheus answers ${answer.status}: ${body}`);
  }
  const samples = JSON.parse(body).data.stats?.samples?.totalQueryableSamples;
  if (typeof samples !== 'number') {
    throw new Error('Prometheus sends no statistics of its query');
  }
  return { status: answer.status, body, samples };
}
