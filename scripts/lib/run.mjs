import { spawn } from 'node:child_process';
import { step } from './log.mjs';
import { root } from './paths.mjs';

const HEARTBEAT_MS = 15_000;

/** A command that ended with something else than 0. */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(
      `\`${command}\` ended with ${code}${
        output ? `:\n${output.trim().split('\n').slice(-40).join('\n')}` : ''
      }`,
    );
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs a command in the checkout and waits for its end. With `quiet` its output is kept back and shown only if it fails;
 * while that takes long, its last line is shown now and then.
 *
 * @returns what it wrote to standard output where `quiet` is set, else an empty string
 */
export async function run(command, args, options = {}) {
  const { quiet = false, env, cwd = root, ...rest } = options;
  const child = spawn(command, args, {
    cwd,
    env: env ?? process.env,
    stdio: quiet
      ? ['ignore', 'pipe', 'pipe']
      : ['ignore', 'inherit', 'inherit'],
    ...rest,
  });
  let stdout = '';
  let all = '';
  child.stdout?.on('data', chunk => {
    stdout += chunk;
    all += chunk;
  });
  child.stderr?.on('data', chunk => {
    all += chunk;
  });
  const heartbeat = setInterval(() => {
    const last = all.trimEnd().split('\n').pop();
    if (quiet && last) {
      step(`  … ${last.slice(0, 100)}`);
    }
  }, HEARTBEAT_MS);
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  }).finally(() => clearInterval(heartbeat));
  if (code !== 0) {
    throw new CommandError([command, ...args].join(' '), code, all);
  }
  return stdout;
}
