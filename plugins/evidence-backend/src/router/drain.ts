import { IncomingMessage } from 'node:http';

/** Bytes and milliseconds that are spent on letting a client finish what will be refused. */
const MOST_BYTES = 1024 * 1024 * 1024;
const LONGEST_MS = 60_000;

/**
 * Reads the rest of a request and throws it away, so that the client gets to read the answer: many only look for one after they have
 * sent everything, and a connection closed on unread data is reset, which can take the answer with it.
 *
 * @returns Whether the request was read to its end; if not, the connection is to be closed after the answer.
 */
export async function drain(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.destroyed) {
    return true;
  }
  let bytes = 0;
  const enough = new AbortController();
  const timer = setTimeout(() => enough.abort(), LONGEST_MS);
  const count = (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      enough.abort();
    }
  };
  request.on('data', count).resume();
  await new Promise<void>(resolve => {
    request.once('end', resolve).once('close', resolve);
    enough.signal.addEventListener('abort', () => resolve());
  });
  clearTimeout(timer);
  request.off('data', count).pause();
  return request.complete;
}
