import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { step } from './log.mjs';
import { toolsDir } from './paths.mjs';

const LOOK_AGAIN_MS = 200;
const OWNER = 'owner.json';

/**
 * Does `work` while no other process of this checkout does work of that name; waits for it where one does, and says for whom. A lock
 * is a folder with the process id of its owner. That of a process that has ended is taken over.
 *
 * @param name - says in words what is done, for example `portal`; also the folder's name
 * @param folder - where the locks are
 * @param say - takes the line that says for whom it waits
 */
export async function withLock(
  name,
  work,
  { folder = path.join(toolsDir, 'locks'), say = step } = {},
) {
  const lock = path.join(folder, name);
  const mine = await acquire(lock, holder =>
    say(
      `Waiting for another command (process ${holder}) that is busy with the same: ${name}. Should that be another program by now, remove ${lock}`,
    ),
  );
  try {
    return await work();
  } finally {
    // Away at once, and emptied there: a lock that is half removed would be nobody's.
    fs.renameSync(lock, mine);
    fs.rmSync(mine, { recursive: true });
  }
}

async function acquire(lock, onWait) {
  let waitsFor;
  for (;;) {
    const mine = take(lock);
    if (mine) return mine;
    const holder = ownerOf(lock);
    if (holder && !isRunning(holder.pid)) {
      setAside(lock, holder.id);
      continue;
    }
    if (holder && holder.pid !== waitsFor) {
      waitsFor = holder.pid;
      onWait(waitsFor);
    }
    await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/**
 * Moves a folder with its owner in it to its place at once: nobody ever sees a lock without an owner.
 *
 * @returns where it was before; nothing where the place is taken
 */
function take(lock) {
  if (fs.existsSync(lock)) return undefined;
  const id = randomUUID();
  const mine = `${lock}.${id}`;
  fs.mkdirSync(mine, { recursive: true });
  fs.writeFileSync(
    path.join(mine, OWNER),
    JSON.stringify({ pid: process.pid, id }),
  );
  try {
    fs.renameSync(mine, lock);
    return mine;
  } catch (error) {
    fs.rmSync(mine, { recursive: true, force: true });
    if (isTaken(error)) return undefined;
    throw error;
  }
}

function ownerOf(lock) {
  try {
    return JSON.parse(fs.readFileSync(path.join(lock, OWNER), 'utf8'));
  } catch (error) {
    // Released a moment ago.
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Moves the lock of a process that has ended out of the way. Of several that try, one succeeds: the place has that lock's own name,
 * and stays taken, so that a late one does not move the lock of whoever came after.
 */
function setAside(lock, id) {
  try {
    fs.renameSync(lock, `${lock}.left-${id}`);
  } catch (error) {
    if (!isTaken(error) && error.code !== 'ENOENT') throw error;
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, and is somebody else's.
    return error.code !== 'ESRCH';
  }
}

/** Whether a folder could not be moved because its place is taken; Windows says EPERM. */
const isTaken = ({ code }) =>
  ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(code);
