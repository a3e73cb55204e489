import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { step } from '../lib/log.mjs';
import { root } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';

const PLUGIN = 'trial-balloon';

/**
 * A step that makes a plugin in a clone of what is committed, as somebody would who begins one, and holds it against the checks and
 * its own tests.
 */
export async function newPlugin(toolchain) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conductor-new-'));
  const clone = path.join(folder, 'clone');
  const node = args =>
    run(toolchain.node, args, { cwd: clone, env: toolchain.env });
  try {
    await run('git', ['clone', '--quiet', root, clone]);
    await node(['scripts/new.mjs', PLUGIN]);
    step('Its checks');
    await node(['scripts/checks.mjs']);
    step('Its tests');
    await node(['scripts/test.mjs', PLUGIN, `${PLUGIN}-backend`]);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
