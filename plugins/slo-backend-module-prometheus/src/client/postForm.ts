import http from 'node:http';
import https from 'node:https';
import { PrometheusProblem } from './PrometheusProblem';

/** What is sent where. */
export interface FormRequest {
  url: string;
  headers: Record<string, string>;
  form: URLSearchParams;
  agent: http.Agent;
  signal: AbortSignal;
  /** Most bytes of an answer. */
  limit: number;
}

/** A whole answer. */
export interface FormAnswer {
  status: number;
  body: string;
}

/**
 * Posts a form and takes the whole answer. Follows no redirection: it could lead to an address that nobody configured.
 *
 * @throws PrometheusProblem `too-large` where the answer exceeds the limit, before it is taken whole; other errors as Node.js has them
 */
export function postForm(request: FormRequest): Promise<FormAnswer> {
  const { url, form, agent, signal, limit } = request;
  const body = form.toString();
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? https.request : http.request;
    const sent = send(url, {
      method: 'POST',
      agent,
      signal,
      headers: {
        ...request.headers,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    });
    sent.on('error', reject);
    sent.on('response', response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', reject);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > limit) {
          const megabytes = Math.round(limit / 1_000_000);
          reject(
            new PrometheusProblem(
              'too-large',
              `its answer exceeds ${megabytes} MB`,
            ),
          );
          sent.destroy();
        }
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks).toString('utf8'),
        }),
      );
    });
    sent.end(body);
  });
}
