import { Server, createServer } from 'node:http';
import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';

interface Received {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: object | string;
  /** Breaks the connection off instead of answering. */
  reset?: boolean;
}

/** A small real HTTP server that keeps what it was asked, and answers what it was told to. */
export class PortalDouble {
  readonly received: Received[] = [];
  answer: Answer | (() => Promise<Answer>) = {};
  private readonly server: Server;

  private constructor() {
    this.server = createServer(async (req, res) => {
      this.received.push({
        method: req.method!,
        path: req.url!,
        headers: req.headers,
        body: await buffer(req),
      });
      const answer =
        typeof this.answer === 'function' ? await this.answer() : this.answer;
      if (answer.reset) {
        req.socket.destroy();
        return;
      }
      res.writeHead(answer.status ?? 200, {
        'content-type': 'application/json',
        ...answer.headers,
      });
      res.end(
        typeof answer.body === 'string'
          ? answer.body
          : JSON.stringify(answer.body ?? {}),
      );
    });
  }

  static async start(): Promise<PortalDouble> {
    const portal = new PortalDouble();
    portal.server.listen(0, '127.0.0.1');
    await once(portal.server, 'listening');
    return portal;
  }

  get url(): string {
    const { port } = this.server.address() as { port: number };
    return `http://127.0.0.1:${port}`;
  }

  /** The form of the last request, read by another implementation than the one that wrote it. */
  async lastForm(): Promise<FormData> {
    const { headers, body } = this.received.at(-1)!;
    return new Response(new Uint8Array(body), {
      headers: { 'content-type': headers['content-type'] as string },
    }).formData();
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
