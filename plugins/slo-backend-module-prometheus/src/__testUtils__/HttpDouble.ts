import http from 'node:http';
import { AddressInfo, Socket } from 'node:net';

/** What came in. */
export interface Received {
  path: string;
  headers: http.IncomingHttpHeaders;
  form: URLSearchParams;
}

/** What a double does with a request. */
export type Reply = (
  received: Received,
  response: http.ServerResponse,
) => void | Promise<void>;

/** Stands where a Prometheus would, and does what a test says: answers wrongly, late or in part. */
export class HttpDouble {
  readonly received: Received[] = [];
  reply: Reply;
  readonly #server: http.Server;
  readonly #sockets = new Set<Socket>();

  static async start(reply: Reply) {
    const double = new HttpDouble(reply);
    await new Promise<void>(resolve =>
      double.#server.listen(0, '127.0.0.1', resolve),
    );
    return double;
  }

  private constructor(reply: Reply) {
    this.reply = reply;
    this.#server = http.createServer(async (request, response) => {
      let body = '';
      for await (const chunk of request) body += chunk;
      const received = {
        path: request.url ?? '',
        headers: request.headers,
        form: new URLSearchParams(body),
      };
      this.received.push(received);
      await this.reply(received, response);
    });
    this.#server.on('connection', socket => this.#sockets.add(socket));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop() {
    this.#sockets.forEach(socket => socket.destroy());
    await new Promise(resolve => this.#server.close(resolve));
  }
}

/** Answers with JSON. */
export function json(status: number, body: object): Reply {
  return (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
}

/** Answers as Prometheus does with a matrix. */
export function matrix(
  ...result: { metric: object; values: [number, string][] }[]
): Reply {
  return json(200, {
    status: 'success',
    data: { resultType: 'matrix', result },
  });
}
