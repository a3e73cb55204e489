import http from 'node:http';
import https from 'node:https';
import { AnswerCache } from './AnswerCache';
import { Limiter } from './Limiter';
import { postForm } from './postForm';
import { PrometheusProblem } from './PrometheusProblem';
import { readAnswer } from './readAnswer';
import { Reading } from './Reading';
import { Marks, PrometheusServer, PromSeries } from './types';

const MINUTE = 60_000;
/** Prometheus answers with 11,000 points of a series and not one more, both ends included. */
const MOST_POINTS = 11_000;
/** Raw samples come at the pace of scraping, so less time fits into an answer. */
const MOST_RAW_MINUTES = 360;
const SHORTEST_PIECE = 15;
const ANSWER_LIMIT = 50_000_000;

/** Asks one Prometheus, with few queries at a time and none twice within seconds. */
export class PrometheusClient {
  readonly server: PrometheusServer;
  readonly #agent: http.Agent;
  readonly #limiter: Limiter;
  readonly #answers: AnswerCache<PromSeries[]>;

  constructor(server: PrometheusServer, now: () => number = Date.now) {
    this.server = server;
    const connections = { keepAlive: true, maxSockets: server.concurrency };
    this.#agent = server.url.startsWith('https:')
      ? new https.Agent({ ...connections, ca: server.ca })
      : new http.Agent(connections);
    this.#limiter = new Limiter(server.concurrency);
    this.#answers = new AnswerCache({
      now,
      sizeOf: series =>
        series.reduce((sum, { times }) => sum + times.length, 0),
    });
  }

  /** The samples of a plain selector as they were scraped, after `from` up to and including `to`. */
  raw(selector: string, marks: Marks, reading: Reading) {
    return inPieces(marks, MOST_RAW_MINUTES, piece =>
      this.#ask('/api/v1/query', reading, {
        query: `${selector}[${piece.to - piece.from}m]`,
        time: String(piece.to * 60),
      }).then(series => after(series, piece.from * MINUTE)),
    );
  }

  /** The values of any expression at each whole minute from `from` to `to`, both included. */
  atMinutes(query: string, marks: Marks, reading: Reading) {
    const lookback = Math.ceil((2 * this.server.scrapeInterval) / 1000);
    return inPieces(
      // Pieces meet where one ends, so the first minute needs a piece that begins before it.
      { from: marks.from - 1, to: marks.to },
      MOST_POINTS,
      piece =>
        this.#ask('/api/v1/query_range', reading, {
          query,
          start: String((piece.from + 1) * 60),
          end: String(piece.to * 60),
          step: '60',
          // Servers that know it do not carry a value on after the samples have ended; others do so for five minutes.
          lookback_delta: `${lookback}s`,
        }),
    );
  }

  /** Keys of the series that a query had at some time in a range, looked at every half hour. */
  async keysWithin(query: string, { from, to }: Marks, reading: Reading) {
    const series = await this.#ask('/api/v1/query_range', reading, {
      query,
      start: String(from * 60),
      end: String(to * 60),
      step: '1800',
    });
    return new Set(series.map(({ key }) => key));
  }

  /** Ends connections that are kept open. */
  close() {
    this.#agent.destroy();
  }

  #ask(path: string, reading: Reading, form: Record<string, string>) {
    const fields = new URLSearchParams(form);
    return this.#answers.get(`${path}?${fields}`, () =>
      this.#limiter.run(() => this.#send(path, fields, reading)),
    );
  }

  async #send(path: string, form: URLSearchParams, reading: Reading) {
    reading.assertWorthAsking();
    const { signal } = reading;
    const { url, headers, timeout } = this.server;
    form.set('timeout', `${timeout}ms`);
    const late = AbortSignal.timeout(timeout);
    try {
      const answer = await postForm({
        url: url + path,
        headers,
        form,
        agent: this.#agent,
        signal: AbortSignal.any([signal, late]),
        limit: ANSWER_LIMIT,
      });
      return readAnswer(answer);
    } catch (error) {
      // Not the server's fault, and the next reading asks anew.
      reading.assertWorthAsking();
      const problem = late.aborted
        ? new PrometheusProblem(
            'slow',
            `it did not answer within ${timeout / 1000} s`,
          )
        : problemOf(error as Error);
      reading.note(problem);
      throw problem;
    }
  }
}

function problemOf(error: Error): PrometheusProblem {
  if (error instanceof PrometheusProblem) return error;
  // The message of Node.js may hold the address: its code says enough.
  const { code } = error as NodeJS.ErrnoException;
  const words = code === 'ECONNRESET' ? 'it broke off' : 'it cannot be reached';
  return new PrometheusProblem('server', code ? `${words} (${code})` : words);
}

/** Asks for a range in pieces, smaller ones where an answer is too large, and joins the series. */
async function inPieces(
  { from, to }: Marks,
  longest: number,
  ask: (piece: Marks) => Promise<PromSeries[]>,
): Promise<PromSeries[]> {
  const joined = new Map<string, PromSeries>();
  let length = longest;
  for (let start = from; start < to; ) {
    const piece = { from: start, to: Math.min(to, start + length) };
    try {
      append(joined, await ask(piece));
      start = piece.to;
    } catch (error) {
      const tooLarge =
        error instanceof PrometheusProblem && error.kind === 'too-large';
      const half = Math.floor((piece.to - piece.from) / 2);
      if (!tooLarge || half < SHORTEST_PIECE) throw error;
      length = half;
    }
  }
  return [...joined.values()];
}

function append(joined: Map<string, PromSeries>, series: PromSeries[]) {
  for (const { key, times, values } of series) {
    const known = joined.get(key) ?? { key, times: [], values: [] };
    joined.set(key, {
      key,
      times: known.times.concat(times),
      values: known.values.concat(values),
    });
  }
}

/** Prometheus 2 includes the sample at the very beginning of a range, Prometheus 3 does not. */
function after(series: PromSeries[], begin: number): PromSeries[] {
  return series.map(one =>
    one.times[0] > begin
      ? one
      : {
          key: one.key,
          times: one.times.slice(1),
          values: one.values.slice(1),
        },
  );
}
