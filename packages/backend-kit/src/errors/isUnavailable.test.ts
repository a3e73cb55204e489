import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import knexFactory from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isUnavailable } from './isUnavailable';

const withCode = (code: string, message = 'x') =>
  Object.assign(new Error(message), { code });

/** A port of this machine on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as { port: number };
  await new Promise(done => {
    server.close(done);
  });
  return port;
}

describe('isUnavailable', () => {
  it.each([
    ['connection refused', withCode('ECONNREFUSED')],
    ['terminated by an administrator', withCode('57P01')],
    ['starting up', withCode('57P03')],
    ['too many connections', withCode('53300')],
    ['connection failure', withCode('08006')],
    ['SQLite busy', withCode('SQLITE_BUSY', 'database is locked')],
    ['SQLite busy, as a recovery', withCode('SQLITE_BUSY_RECOVERY')],
    [
      'broken off in the middle of a statement',
      new Error('select 1 - Connection terminated unexpectedly'),
    ],
    [
      'pool',
      Object.assign(new Error('Knex: Timeout acquiring a connection.'), {
        name: 'KnexTimeoutError',
      }),
    ],
    ['said by another plugin', new ServiceUnavailableError('away')],
    [
      'a failed answer of another plugin',
      Object.assign(new Error('500'), {
        name: 'ResponseError',
        statusCode: 500,
      }),
    ],
    [
      'a fetch that failed',
      new TypeError('fetch failed', { cause: withCode('ECONNREFUSED') }),
    ],
  ])('is true for %s', (_, error) => {
    expect(isUnavailable(error)).toBe(true);
  });

  it.each([
    ['a wrong statement', withCode('42601', 'syntax error at "select"')],
    ['a broken constraint', withCode('23505')],
    ['a deadlock, which is ours to avoid', withCode('40P01')],
    ['a SQLite constraint', withCode('SQLITE_CONSTRAINT_PRIMARYKEY')],
    ['a missing file', withCode('ENOENT')],
    ['a conflict', new ConflictError('no')],
    [
      'a refusal of another plugin',
      Object.assign(new Error('404'), {
        name: 'ResponseError',
        statusCode: 404,
      }),
    ],
    ['a fault of the program', new TypeError('x is not a function')],
    ['text', 'Connection terminated'],
    ['nothing', undefined],
  ])('is false for %s', (_, error) => {
    expect(isUnavailable(error)).toBe(false);
  });

  it('ends where causes go round in a circle', () => {
    const error = new Error('a', { cause: new Error('b') });
    (error.cause as Error).cause = error;
    expect(isUnavailable(error)).toBe(false);
  });

  it('knows a SQLite file that another process writes', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unavailable-'));
    const open = () =>
      knexFactory({
        client: 'better-sqlite3',
        connection: { filename: join(folder, 'db') },
        useNullAsDefault: true,
      });
    const [one, other] = [open(), open()];
    await one.raw('create table t (x)');
    // Milliseconds; five seconds are the driver's own.
    await other.raw('pragma busy_timeout = 20');
    await one.transaction(async tx => {
      await tx('t').insert({ x: 1 });
      const reason = await other('t')
        .insert({ x: 2 })
        .catch(error => error);
      expect(isUnavailable(reason)).toBe(true);
    });
    await Promise.all([one.destroy(), other.destroy()]);
    await rm(folder, { recursive: true });
  });

  it('knows what the drivers throw in truth', async () => {
    const refused = knexFactory({
      client: 'pg',
      connection: { host: '127.0.0.1', port: await deadPort() },
      log: { warn() {} },
    });
    const reason = await refused.raw('select 1').catch(error => error);
    expect(isUnavailable(reason)).toBe(true);
    await refused.destroy();

    const busy = knexFactory({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
      log: { warn() {} },
      pool: { min: 1, max: 1, acquireTimeoutMillis: 20 },
    });
    await busy.transaction(async () => {
      const timeout = await busy.raw('select 1').catch(error => error);
      expect(isUnavailable(timeout)).toBe(true);
    });
    const wrong = await busy.raw('selct 1').catch(error => error);
    expect(isUnavailable(wrong)).toBe(false);
    await busy.destroy();
  });
});
