import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { JsonObject } from '@backstage/types';
import { freePort } from './freePort';
import { HttpClient } from './HttpClient';
import { MemoryReply, MemoryRequest } from './memory';
import { replyOf } from './replyOf';
import { until } from './until';

/** Subject and token of the service that measures. */
export const BENCH_SUBJECT = 'bench';
const TOKEN = 'bench-token-of-a-backend-that-lives-for-minutes';
const START_SECONDS = 120;

/** What to start. */
export interface BackendOptions {
  /** Also the name of its databases. */
  name: string;
  /** Absolute path of the TypeScript file that calls `serveBackend`. */
  file: string;
  /** Besides what every backend needs: where it listens, and who may ask. */
  config: JsonObject;
  database: JsonObject;
  /** For its configuration and its log. */
  folder: string;
}

/** A Backstage backend in a process of its own, run from source with the settings of production. */
export class BackendProcess {
  private constructor(
    readonly name: string,
    readonly url: string,
    private readonly child: ChildProcess,
  ) {}

  /** Starts it, and waits until all its plugins are ready. */
  static async start(options: BackendOptions): Promise<BackendProcess> {
    const { name, file, folder } = options;
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const configFile = path.join(folder, `${name}.yaml`);
    const logFile = path.join(folder, `${name}.log`);
    const config = {
      ...options.config,
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        database: options.database,
        auth: {
          externalAccess: [
            {
              type: 'static',
              options: { token: TOKEN, subject: BENCH_SUBJECT },
            },
          ],
        },
      },
    };
    fs.writeFileSync(configFile, JSON.stringify(config));
    const log = fs.openSync(logFile, 'a');
    const child = spawn(
      process.execPath,
      [
        '--expose-gc',
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        file,
        ...['--config', configFile],
      ],
      {
        // Backstage looks for the repository upwards from here.
        cwd: path.dirname(file),
        stdio: ['ignore', log, log, 'ipc'],
        env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'warn' },
      },
    );
    fs.closeSync(log);
    const backend = new BackendProcess(name, url, child);
    try {
      await until(`the backend ${name} to start`, START_SECONDS, async () => {
        if (backend.isOver) return true;
        return (await fetch(`${url}/.backstage/health/v1/readiness`)).ok;
      });
      if (backend.isOver) throw new Error(`The backend ${name} ended`);
    } catch (error) {
      await backend.kill();
      const end = fs
        .readFileSync(logFile, 'utf8')
        .trim()
        .split('\n')
        .slice(-20);
      throw new Error(`${(error as Error).message}\n${end.join('\n')}`, {
        cause: error,
      });
    }
    return backend;
  }

  private get isOver(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Whether it has ended, or does so within the time. */
  async isGoneWithin(milliseconds: number): Promise<boolean> {
    if (!this.isOver) {
      await Promise.race([once(this.child, 'exit'), sleep(milliseconds)]);
    }
    return this.isOver;
  }

  /** Asks it as the service that measures, which no permission holds back. */
  get client(): HttpClient {
    return new HttpClient(this.url, TOKEN);
  }

  /** Collects garbage, says what memory is used at rest, and begins to watch it. */
  async memoryAtRest(): Promise<MemoryReply> {
    return await this.#memory('rest');
  }

  /** The most memory in use since `memoryAtRest`. */
  async memoryPeak(): Promise<MemoryReply> {
    return await this.#memory('peak');
  }

  async #memory(request: MemoryRequest): Promise<MemoryReply> {
    const reply = replyOf<MemoryReply>(this.child);
    this.child.send(request);
    return await reply;
  }

  /** Ends it as a crash of the machine would: at once, wherever it is. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (this.isOver) return;
    const gone = once(this.child, 'exit');
    this.child.kill(signal);
    await gone;
  }
}
