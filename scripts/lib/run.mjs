import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

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
 * Runs a command in the checkout and waits for its end. With `quiet` its output is kept back and shown only if it fails.
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
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new CommandError([command, ...args].join(' '), code, all);
  }
  return stdout;
}
