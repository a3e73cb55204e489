import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { withLock } from './lib/lock.mjs';

const root = mkdtempSync(join(tmpdir(), 'lock-test-'));
after(() => rmSync(root, { recursive: true, force: true }));
const newFolder = () => mkdtempSync(join(root, 'locks-'));

/** The id of a process that has ended. */
async function endedPid() {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  return child.pid;
}

function leaveLock(folder, name, pid) {
  mkdirSync(join(folder, name));
  const owner = JSON.stringify({ pid, id: 'left-behind' });
  writeFileSync(join(folder, name, 'owner.json'), owner);
}

/** Processes that write `in` and `out` to a file while they hold the lock. */
async function contend(folder, count) {
  const file = join(folder, 'trace');
  writeFileSync(file, '');
  const program = `
    import { appendFileSync } from 'node:fs';
    import { setTimeout } from 'node:timers/promises';
    import { withLock } from ${JSON.stringify(
      new URL('./lib/lock.mjs', import.meta.url),
    )};
    const options = { folder: ${JSON.stringify(folder)}, say: () => {} };
    await withLock('sample', async () => {
      appendFileSync(${JSON.stringify(file)}, 'in ');
      await setTimeout(20);
      appendFileSync(${JSON.stringify(file)}, 'out ');
    }, options);`;
  const codes = await Promise.all(
    Array.from({ length: count }, async () => {
      const args = ['--input-type=module', '--eval', program];
      const child = spawn(process.execPath, args, { stdio: 'inherit' });
      const [code] = await once(child, 'exit');
      return code;
    }),
  );
  assert.deepEqual(new Set(codes), new Set([0]));
  return readFileSync(file, 'utf8');
}

test('one after the other, and the second says for whom it waits', async () => {
  const folder = newFolder();
  const said = [];
  const options = { folder, say: line => said.push(line) };
  const order = [];
  let second;
  await withLock(
    'sample',
    async () => {
      second = withLock('sample', async () => order.push('second'), options);
      while (said.length === 0) {
        await new Promise(resolve => setTimeout(resolve, 10));
      }
      order.push('first');
    },
    options,
  );
  await second;
  assert.deepEqual(order, ['first', 'second']);
  assert.equal(said.length, 1);
  assert.match(
    said[0],
    new RegExp(`\\(process ${process.pid}\\) .* the same: sample`),
  );
  assert.deepEqual(readdirSync(folder), []);
});

test('gives back what the work gave, and the lock when it failed', async () => {
  const options = { folder: newFolder() };
  await assert.rejects(
    withLock(
      'sample',
      async () => {
        throw new Error('no room');
      },
      options,
    ),
    /no room/,
  );
  assert.equal(await withLock('sample', async () => 7, options), 7);
});

test('never two at once, whatever a process that has ended left behind', async () => {
  const folder = newFolder();
  leaveLock(folder, 'sample', await endedPid());
  assert.equal(await contend(folder, 6), 'in out '.repeat(6));
});
