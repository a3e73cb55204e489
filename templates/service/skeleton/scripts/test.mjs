// Runs the tests and leaves what a pipeline pushes as evidence: reports/lcov.info and reports/junit.xml.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

mkdirSync('reports', { recursive: true });
const { status } = spawnSync(
  process.execPath,
  [
    '--test',
    '--experimental-test-coverage',
    '--test-coverage-exclude=src/**/*.test.ts',
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...[
      '--test-reporter=lcov',
      '--test-reporter-destination=reports/lcov.info',
    ],
    ...[
      '--test-reporter=junit',
      '--test-reporter-destination=reports/junit.xml',
    ],
    'src/**/*.test.ts',
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
