import { ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './freePort';

const run = promisify(execFile);
const READY_MS = 60_000;

/** What a server is filled with before it starts. @public */
export interface PrometheusOptions {
  /** Writes OpenMetrics text with times in seconds into the file that it is given; the last line is `# EOF`. */
  write(file: string): Promise<void>;
  /** For its data, removed at the end. A temporary one where absent. */
  folder?: string;
}

/** A real Prometheus of our own, which scrapes nothing and knows what it was told. @public */
export class Prometheus {
  /** Where it listens. */
  readonly url: string;
  readonly #folder: string;
  #process?: ChildProcess;

  /** Fills and starts one. Rejects with the words of the server where it does not get ready within a minute. */
  static async start({
    write,
    folder,
  }: PrometheusOptions): Promise<Prometheus> {
    const home =
      folder ??
      (await fs.mkdtemp(path.join(os.tmpdir(), 'conductor-prometheus-')));
    await fs.mkdir(home, { recursive: true });
    await fs.writeFile(path.join(home, 'prometheus.yml'), 'global: {}\n');
    const server = new Prometheus(home, await freePort());
    try {
      await server.#import(write);
      await server.resume();
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Adds data; the server is away for a moment. */
  async add(write: PrometheusOptions['write']): Promise<void> {
    await this.#import(write);
    await this.halt();
    await this.resume();
  }

  /** Takes it away. */
  async halt(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  /** Brings it back. */
  async resume(): Promise<void> {
    const child = spawn(
      'prometheus',
      [
        `--config.file=${path.join(this.#folder, 'prometheus.yml')}`,
        `--storage.tsdb.path=${path.join(this.#folder, 'data')}`,
        '--storage.tsdb.retention.time=90d',
        `--web.listen-address=${new URL(this.url).host}`,
        '--log.level=error',
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    this.#process = child;
    let log = '';
    child.stderr.on('data', chunk => {
      log += chunk;
    });
    const deadline = Date.now() + READY_MS;
    while (!(await this.#isReady())) {
      if (child.exitCode !== null || Date.now() > deadline) {
        throw new Error(`Prometheus did not start: ${log}`);
      }
      await sleep(50);
    }
  }

  /** Ends it, and removes its data. */
  async stop(): Promise<void> {
    await this.halt();
    await fs.rm(this.#folder, { recursive: true, force: true });
  }

  async #import(write: PrometheusOptions['write']) {
    const file = path.join(this.#folder, 'samples.om');
    await write(file);
    await run(
      'promtool',
      [
        ...['tsdb', 'create-blocks-from', 'openmetrics', '--quiet'],
        // Long blocks: promtool reads the file once for each.
        '--max-block-duration=162h',
        ...[file, path.join(this.#folder, 'data')],
      ],
      { maxBuffer: 100_000_000 },
    );
    await fs.rm(file);
  }

  async #isReady() {
    try {
      return (await fetch(`${this.url}/-/ready`)).ok;
    } catch {
      return false; // nobody listens yet
    }
  }
}
