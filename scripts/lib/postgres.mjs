import { execFileSync, spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/** Where PostgreSQL puts its server programs, newest first; most distributions keep them off PATH. */
function serverFolders() {
  const versioned = [
    '/usr/lib/postgresql',
    '/opt/homebrew/opt',
    '/usr/local/opt',
  ]
    .filter(folder => fs.existsSync(folder))
    .flatMap(folder =>
      fs
        .readdirSync(folder)
        .filter(name => /^(postgresql@)?\d+$/.test(name))
        .sort(
          (a, b) => Number(b.replace(/\D/g, '')) - Number(a.replace(/\D/g, '')),
        )
        .map(name => path.join(folder, name, 'bin')),
    );
  const onPath = (process.env.PATH ?? '').split(path.delimiter);
  return [...versioned, ...onPath].filter(folder =>
    fs.existsSync(path.join(folder, 'initdb')),
  );
}

/** PostgreSQL refuses to run as root: the user to be instead. */
function unprivilegedUser() {
  if (process.getuid?.() !== 0) {
    return {};
  }
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = flag =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // That user is not on this machine; the next may be.
    }
  }
  return {};
}

async function freePort() {
  const server = net.createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Starts the server on a folder that initdb made, and waits until it takes connections. */
async function startServer({ bin, options, folder, data, port }) {
  const server = spawn(
    path.join(bin, 'postgres'),
    [
      ...['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder],
      // Tests make and drop many databases; what a crash of the machine would lose here is of no value.
      ...['-c', 'fsync=off', '-c', 'max_connections=300'],
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.on('data', chunk => {
    log += chunk;
  });
  const end = async signal => {
    if (server.exitCode === null && server.signalCode === null) {
      const gone = new Promise(resolve => server.once('exit', resolve));
      server.kill(signal);
      await gone;
    }
  };
  const deadline = Date.now() + 30_000;
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null || Date.now() > deadline) {
      await end('SIGINT');
      throw new Error(`PostgreSQL did not start:\n${log}`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return { end };
}

/**
 * Starts a PostgreSQL of our own in a temporary folder.
 *
 * @returns its connection string; `halt` and `resume`, which take it away for a while (`halt('SIGQUIT')` as a crash does); and
 * `stop`, which ends and removes it. Undefined where no PostgreSQL is installed
 */
export async function startPostgres() {
  const [bin] = serverFolders();
  if (!bin) {
    return undefined;
  }
  const user = unprivilegedUser();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conductor-postgres-'));
  if (user.uid !== undefined) {
    fs.chownSync(folder, user.uid, user.gid);
  }
  const data = path.join(folder, 'data');
  const options = { ...user, cwd: folder, stdio: 'pipe' };
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  const port = await freePort();
  const start = () => startServer({ bin, options, folder, data, port });
  let server;
  try {
    execFileSync(
      path.join(bin, 'initdb'),
      [
        ...['-D', data, '-U', 'conductor', '-A', 'trust'],
        ...['-E', 'UTF8', '--locale=C'],
      ],
      options,
    );
    server = await start();
  } catch (error) {
    remove();
    throw error;
  }
  return {
    connection: `postgresql://conductor@127.0.0.1:${port}/postgres`,
    halt: signal => server.end(signal ?? 'SIGINT'),
    resume: async () => {
      server = await start();
    },
    stop: async () => {
      await server.end('SIGINT');
      remove();
    },
  };
}
