import os from 'node:os';
import { LoggerService } from '@backstage/backend-plugin-api';
import {
  deserializeError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import { Piscina } from 'piscina';
import { ThreadFunction, ThreadReply } from './forThread';

/** A thread that has had nothing to do for so long ends, and gives its memory back. */
const IDLE_MS = 5 * 60 * 1000;
const TIMEOUT_MS = 60 * 1000;

/** @public */
export interface BackgroundFunctionOptions<TInput, TOutput> {
  /** Absolute path of a module whose `default` export is the function below: its own `__filename`. */
  file: string;
  /** Made by `forThread`. */
  function: ThreadFunction<TInput, TOutput>;
  logger: LoggerService;
  /** One call may take so long, in milliseconds; 60,000 where absent. */
  timeoutMs?: number;
  /** Processors of the machine; asked of it where absent. */
  processors?: number;
}

/**
 * A function that takes long, on a thread of its own, so that the backend goes on answering. The thread starts with the first call. On one
 * processor, and where no thread can be started, calls are done in the calling thread: the answers are the same.
 *
 * @public
 */
export class BackgroundFunction<TInput, TOutput> {
  readonly #options: BackgroundFunctionOptions<TInput, TOutput>;
  #pool: Promise<Piscina | undefined> | undefined;
  #closed = false;

  constructor(options: BackgroundFunctionOptions<TInput, TOutput>) {
    this.#options = options;
  }

  /**
   * Rejects with what the function throws, with its name and message. A call that takes too long, or whose thread dies, is not repeated: it
   * rejects with a ServiceUnavailableError, and the next call has a new thread.
   */
  async run(input: TInput): Promise<TOutput> {
    const { function: fn, timeoutMs = TIMEOUT_MS } = this.#options;
    if (this.#closed) {
      throw new ServiceUnavailableError('The backend is shutting down');
    }
    this.#pool ??= this.#start();
    const pool = await this.#pool;
    if (!pool) return await fn.work(input);
    let reply: ThreadReply<TOutput>;
    try {
      reply = await pool.run(input, { signal: AbortSignal.timeout(timeoutMs) });
    } catch (error) {
      const why =
        (error as Error).name === 'AbortError'
          ? `took longer than ${timeoutMs} ms`
          : `failed: ${stringifyError(error)}`;
      throw new ServiceUnavailableError(`Work on another thread ${why}`, error);
    }
    if ('error' in reply) throw deserializeError(reply.error);
    return reply.output;
  }

  /** Ends the thread. Calls that are not done reject. */
  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#pool)?.destroy();
  }

  async #start(): Promise<Piscina | undefined> {
    const { file, logger, timeoutMs, processors } = this.#options;
    if ((processors ?? os.availableParallelism()) < 2) return undefined;
    const pool = new Piscina({
      filename: file,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      // A thread that waits asleep for work would be deaf to all else.
      atomics: 'disabled',
      recordTiming: false,
    });
    // What fails as a thread starts is told here, and its call waits on. What fails later rejects the call that it fails in.
    const failed = new Promise<never>((_, reject) => {
      pool.on('error', reject);
    });
    const started = pool.run(undefined, {
      signal: AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS),
    });
    try {
      await Promise.race([started, failed]);
      failed.catch(() => undefined);
      return pool;
    } catch (error) {
      started.catch(() => undefined);
      await pool.destroy();
      logger.warn(
        `${file} cannot be run on a thread of its own, so it is run in the main one, which answers others more slowly meanwhile: ${stringifyError(
          error,
        )}`,
      );
      return undefined;
    }
  }
}
