import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Knex } from 'knex';
import type { ScorecardSetup } from './startReplica';

/** What a replica is started with. */
export interface ReplicaSetup {
  /** By plugin id: how to connect to its database. */
  connections: Record<string, Knex.PgConnectionConfig | string>;
  /** How many services the catalog has; see `manyServices`. */
  services: number;
  scorecard: ScorecardSetup;
}

/** A replica of the portal's backend that is a process of its own, so that it can be killed as a process is. */
export class ReplicaProcess {
  private constructor(
    private readonly process: ChildProcess,
    /** Where it answers, for supertest. */
    readonly url: string,
  ) {}

  static async start(setup: ReplicaSetup): Promise<ReplicaProcess> {
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'replicaProgram.ts'),
      ],
      {
        env: { ...process.env, REPLICA_SETUP: JSON.stringify(setup) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    const port = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout).on('line', line => {
        if (line.startsWith('at ')) resolve(line.slice('at '.length));
      });
      child.once('exit', code =>
        reject(new Error(`The replica ended with ${code}:\n${errors}`)),
      );
    });
    return new ReplicaProcess(child, `http://localhost:${port}`);
  }

  /** With SIGKILL: without a word, in the middle of whatever it does. */
  async kill() {
    const { exitCode, signalCode } = this.process;
    if (exitCode !== null || signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await gone;
  }
}
