import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';

// A process of its own takes its time to start where others are busy.
jest.setTimeout(30_000);

const BIN = resolve(__dirname, '../../bin/conductor.cjs');

/**
 * Runs the command as a pipeline does, with these variables and no others of CI.
 *
 * @param onStderr - takes what it says on standard error, as soon as it does
 */
export async function runBin(
  args: string[],
  env: Record<string, string> = {},
  onStderr?: (words: string) => void,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [BIN, ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (onStderr) child.stderr.on('data', chunk => onStderr(String(chunk)));
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, stdout, stderr };
}
