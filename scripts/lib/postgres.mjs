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

/**
 * Starts a PostgreSQL of our own in a temporary folder.
 *
 * @returns its connection string and a function that ends and removes it, or undefined where no PostgreSQL is installed
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
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'conductor', '-A', 'trust', '-E', 'UTF8', '--locale=C'],
    options,
  );
  const port = await freePort();
  const server = spawn(
    path.join(bin, 'postgres'),
    [
      ...['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder],
      // Tests make and drop many databases; what a crash would lose here is of no value.
      ...['-c', 'fsync=off', '-c', 'max_connections=300'],
    ],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  server.stderr.on('data', chunk => {
    log += chunk;
  });
  const stop = async () => {
    if (server.exitCode === null) {
      const gone = new Promise(resolve => server.once('exit', resolve));
      server.kill('SIGINT');
      await gone;
    }
    fs.rmSync(folder, { recursive: true, force: true });
  };
  const end = Date.now() + 30_000;
  while (!log.includes('ready to accept connections')) {
    if (server.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`PostgreSQL did not start:\n${log}`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  return {
    connection: `postgresql://conductor@127.0.0.1:${port}/postgres`,
    stop,
  };
}
