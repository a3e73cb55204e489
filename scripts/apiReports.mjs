// Writes what each published package offers into its `report.api.md`; with `--ci` fails where that differs from what is committed.
import fs from 'node:fs';
import { fail, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { prepare } from './lib/toolchain.mjs';

const PUBLISHED = [
  'plugins/*',
  'packages/ui',
  'packages/backend-kit',
  'packages/evidence-readers-engine',
  'packages/slo-engine',
];

/** Messages of API Extractor that say nothing: declarations are read by design, and a member may be plain from its name. */
const OMITTED = ['ae-wrong-input-file-type', 'ae-undocumented'];

try {
  const toolchain = await prepare();
  step('Types');
  // In which order a union is written down depends on what was compiled before: only a compilation from nothing is the same everywhere.
  fs.rmSync(inRoot('dist-types'), { recursive: true, force: true });
  await toolchain.bin('tsc', []);
  step('API reports');
  await toolchain.bin(
    'backstage-repo-tools',
    [
      'api-reports',
      '--include',
      PUBLISHED.join(','),
      '--omit-messages',
      OMITTED.join(','),
      '--validate-release-tags',
      ...process.argv.slice(2),
    ],
    { quiet: true },
  );
} catch (error) {
  fail(error.message);
}
