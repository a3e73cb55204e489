// Runs all tests, browser tests included: `npm test`. With names of packages, their tests alone: `yarn test readiness-backend`.
// Options: --coverage (report in coverage/), --no-browser, --browser-only.
import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureChromium } from './lib/chromium.mjs';
import { fail, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { buildPortal } from './lib/portal.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { CommandError } from './lib/run.mjs';
import { prepare } from './lib/toolchain.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    coverage: { type: 'boolean', default: false },
    'no-browser': { type: 'boolean', default: false },
    'browser-only': { type: 'boolean', default: false },
  },
});

const POSTGRES_VARIABLE =
  'BACKSTAGE_TEST_DATABASE_POSTGRES15_CONNECTION_STRING';
const artifacts = inRoot('artifacts');

/** Runs a test command that writes a report; a failed test is counted there, anything else is an error. */
async function counted(name, report, command) {
  fs.rmSync(report, { force: true });
  let failure;
  try {
    await command();
  } catch (error) {
    if (!(error instanceof CommandError)) {
      throw error;
    }
    failure = error;
  }
  if (!fs.existsSync(report)) {
    throw new Error(`${name} did not finish. ${failure?.message ?? ''}`);
  }
  return { report: JSON.parse(fs.readFileSync(report, 'utf8')), failure };
}

async function unitTests(toolchain) {
  const given = process.env[POSTGRES_VARIABLE];
  const postgres = given ? undefined : await startPostgres();
  if (!given && !postgres) {
    step(
      'No PostgreSQL is installed: the stores are tested on SQLite alone. Install it (for example `apt-get install postgresql`) to test both.',
    );
  }
  const patterns = positionals.map(name => `(packages|plugins)/${name}/`);
  step('Unit and store tests');
  try {
    const file = inRoot('artifacts/unit-tests.json');
    const { report, failure } = await counted('The unit tests', file, () =>
      toolchain.bin(
        'backstage-cli',
        [
          'repo',
          'test',
          '--watchAll=false',
          '--maxWorkers=2',
          '--json',
          '--reporters=default',
          '--reporters=jest-junit',
          `--outputFile=${file}`,
          ...(values.coverage
            ? ['--coverage', '--coverageDirectory=artifacts/coverage']
            : []),
          ...patterns,
        ],
        {
          env: {
            ...toolchain.env,
            CI: '1',
            JEST_JUNIT_OUTPUT_FILE: inRoot('artifacts/unit-tests.junit.xml'),
            // Without it the test databases would look for a container engine.
            BACKSTAGE_TEST_DISABLE_DOCKER: '1',
            ...(postgres && { [POSTGRES_VARIABLE]: postgres.connection }),
          },
        },
      ),
    );
    const brokenFiles = report.numRuntimeErrorTestSuites;
    return {
      passed: report.numPassedTests,
      failed:
        report.numFailedTests +
        brokenFiles +
        (failure && report.success ? 1 : 0),
    };
  } finally {
    await postgres?.stop();
  }
}

/** Tests of what runs without the dependencies, on Node's own test runner. */
async function scriptTests(toolchain) {
  step('Tests of the scripts');
  let output;
  let code = 0;
  try {
    output = await toolchain.run(
      ['--test', '--test-reporter=tap', 'scripts/*.test.mjs'],
      { quiet: true },
    );
  } catch (error) {
    if (!(error instanceof CommandError)) {
      throw error;
    }
    output = error.output;
    code = error.code;
    process.stdout.write(output);
  }
  const count = word =>
    Number(output.match(new RegExp(`^# ${word} (\\d+)$`, 'm'))?.[1] ?? 0);
  const failed = count('fail');
  return { passed: count('pass'), failed: code !== 0 && !failed ? 1 : failed };
}

async function browserTests(toolchain) {
  const chromium = await ensureChromium(toolchain);
  if (chromium === undefined) {
    throw new Error(
      'No Chromium is installed and none could be downloaded: install one (for example `apt-get install chromium`) or run `npm test -- --no-browser`.',
    );
  }
  await buildPortal(toolchain);
  step('Browser tests');
  const file = inRoot('artifacts/browser-tests.json');
  const { report } = await counted('The browser tests', file, () =>
    toolchain.bin('playwright', ['test'], {
      env: {
        ...toolchain.env,
        CONDUCTOR_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_NAME: file,
      },
    }),
  );
  const { expected, unexpected, flaky } = report.stats;
  return {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
  };
}

try {
  fs.mkdirSync(artifacts, { recursive: true });
  const toolchain = await prepare();
  const results = [];
  if (!values['browser-only']) {
    results.push(await unitTests(toolchain));
    if (positionals.length === 0) {
      results.push(await scriptTests(toolchain));
    }
  }
  if (positionals.length === 0 && !values['no-browser']) {
    results.push(await browserTests(toolchain));
  }
  const sum = key => results.reduce((total, result) => total + result[key], 0);
  process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`);
  process.exit(sum('failed') > 0 || sum('passed') === 0 ? 1 : 0);
} catch (error) {
  fail(error.message);
}
