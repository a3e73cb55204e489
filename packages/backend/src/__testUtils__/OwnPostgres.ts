import { ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface, Interface } from 'node:readline';
import knexFactory, { Knex } from 'knex';

const SCRIPT = join(__dirname, '../../../../scripts/postgres.mjs');

/** A PostgreSQL server of a test's own, which it may stop and start. */
export class OwnPostgres {
  private constructor(
    private readonly process: ChildProcessWithoutNullStreams,
    private readonly lines: Interface,
    private readonly connection: string,
  ) {}

  /** Undefined where no PostgreSQL is installed. */
  static async start(): Promise<OwnPostgres | undefined> {
    const server = spawn(process.execPath, [SCRIPT]);
    server.stderr.resume();
    const lines = createInterface(server.stdout);
    const [line] = await once(lines, 'line');
    return line === 'none'
      ? undefined
      : new OwnPostgres(server, lines, line.slice('at '.length));
  }

  /** Makes a database, and gives its connection string. */
  async createDatabase(name: string): Promise<string> {
    const admin = this.connect(this.connection);
    await admin.raw('create database ??', [name]);
    await admin.destroy();
    const url = new URL(this.connection);
    url.pathname = `/${name}`;
    return url.href;
  }

  connect(connection: string): Knex {
    return knexFactory({
      client: 'pg',
      connection,
      pool: { min: 0, max: 3 },
      log: { warn() {} },
    });
  }

  /** As an administrator does: connections are told, and ended. */
  halt = () => this.say('halt');
  /** As a crash does: everything is gone at once, and recovered at the next start. */
  crash = () => this.say('crash');
  resume = () => this.say('resume');

  async stop() {
    const gone = once(this.process, 'exit');
    this.process.stdin.end();
    await gone;
  }

  private async say(word: string) {
    const answered = once(this.lines, 'line');
    this.process.stdin.write(`${word}\n`);
    await answered;
  }
}
