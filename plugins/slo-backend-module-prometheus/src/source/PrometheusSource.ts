import {
  SampleAnswer,
  SampleRequest,
  SampleSource,
} from '@maestro-conductor/plugin-slo-node';
import { Indicator } from '@maestro-conductor/slo-engine';
import { Limiter } from '../client/Limiter';
import { PrometheusClient } from '../client/PrometheusClient';
import { PrometheusProblem } from '../client/PrometheusProblem';
import { Reading } from '../client/Reading';
import { PrometheusServer } from '../client/types';
import { checkIndicator, ReadyIndicator, shownQueries } from './checkIndicator';
import { readSamples } from './readSamples';

/** Reads samples from the configured Prometheus servers. @public */
export class PrometheusSource implements SampleSource {
  readonly type = 'prometheus';
  readonly #clients: readonly PrometheusClient[];
  readonly #now: () => number;

  constructor(
    servers: readonly PrometheusServer[],
    now: () => number = Date.now,
  ) {
    this.#clients = servers.map(server => new PrometheusClient(server, now));
    this.#now = now;
  }

  check(indicator: Indicator): ReturnType<SampleSource['check']> {
    const checked = checkIndicator(indicator, this.#clients);
    return 'problems' in checked ? checked : { queries: shownQueries(checked) };
  }

  async read(
    requests: readonly SampleRequest[],
    { signal }: { signal: AbortSignal },
  ): Promise<Map<string, SampleAnswer>> {
    const readings = new Map(
      this.#clients.map(client => [
        client,
        {
          reading: new Reading(signal),
          // As many objectives under way as keep the server busy, so that not all of their samples are in memory at once.
          limiter: new Limiter(2 * client.server.concurrency),
        },
      ]),
    );
    const answer = async (request: SampleRequest): Promise<SampleAnswer> => {
      const ready = checkIndicator(request.indicator, this.#clients);
      if ('problems' in ready) {
        const [{ field, message }] = ready.problems;
        return { problem: `${field}: ${message}` };
      }
      const { reading, limiter } = readings.get(ready.client)!;
      return limiter.run(() => this.#answer(request, ready, reading));
    };
    const answers = new Map<string, SampleAnswer>();
    await Promise.all(
      requests.map(async request => {
        const found = await answer(request);
        // What failed because nobody waits any more was not read.
        if (!signal.aborted || !('problem' in found)) {
          answers.set(request.id, found);
        }
      }),
    );
    return answers;
  }

  /** Ends connections that are kept open. */
  close(): void {
    this.#clients.forEach(client => client.close());
  }

  async #answer(
    request: SampleRequest,
    ready: ReadyIndicator,
    reading: Reading,
  ): Promise<SampleAnswer> {
    const { server } = ready.client;
    const settled = Math.floor((this.#now() - server.delay) / 60_000);
    const marks = { from: request.from, to: Math.min(request.to, settled) };
    if (marks.to <= marks.from) {
      return { samples: [], readUntil: request.from };
    }
    try {
      return await readSamples(request, ready, marks, reading);
    } catch (error) {
      if (!(error instanceof PrometheusProblem)) throw error;
      return { problem: `Prometheus ${server.name}: ${error.message}.` };
    }
  }
}
