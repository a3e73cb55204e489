import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { inRoot, toolsDir } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

function* filesBelow(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false });
  if (!stat) {
    return;
  }
  if (stat.isFile()) {
    yield place;
    return;
  }
  for (const name of fs.readdirSync(place).sort()) {
    if (!SKIPPED.has(name)) {
      yield* filesBelow(path.join(place, name));
    }
  }
}

/** SHA-256 over the names and contents of files and folders of the checkout. */
export function digestOf(places) {
  const hash = createHash('sha256');
  for (const place of places) {
    for (const file of filesBelow(inRoot(place))) {
      hash.update(path.relative(inRoot(), file)).update('\0');
      hash.update(fs.readFileSync(file)).update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * Does `work` unless it was done before for the same content and `done` still finds its result. Where two commands want the same done
 * at once, one does it and the other waits.
 *
 * @returns whether the work had to be done
 */
export function once(name, digest, done, work) {
  const stamp = path.join(toolsDir, 'stamps', name);
  return withLock(name, async () => {
    const last = fs.existsSync(stamp) ? fs.readFileSync(stamp, 'utf8') : '';
    if (last === digest && done()) {
      return false;
    }
    await work();
    fs.mkdirSync(path.dirname(stamp), { recursive: true });
    fs.writeFileSync(stamp, digest);
    return true;
  });
}
