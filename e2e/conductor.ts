import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What a run of the command line left behind. */
export interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `conductor` against the portal under test, as a pipeline does: with the token of CI in the environment. */
export async function conductor(baseUrl: string, args: string[]): Promise<Run> {
  const token = fs.readFileSync(
    path.join(process.env.CONDUCTOR_E2E_DATA!, 'ci-token'),
    'utf8',
  );
  // Variables of a pipeline that runs these tests must not speak for the pipeline that they play.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(GITHUB_|CI_|NODE_OPTIONS)/.test(name),
    ),
  );
  const child = spawn(
    process.execPath,
    ['packages/cli/bin/conductor.cjs', ...args],
    { env: { ...env, CONDUCTOR_URL: baseUrl, CONDUCTOR_TOKEN: token } },
  );
  const run: Run = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', chunk => {
    run.stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    run.stderr += chunk;
  });
  run.code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return run;
}
