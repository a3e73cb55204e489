// Writes what each published package offers into its `report.api.md`; with `--ci` fails where that differs from what is committed.
import { fail, step } from './lib/log.mjs';
import { prepare } from './lib/toolchain.mjs';

const PUBLISHED = [
  'plugins/*',
  'packages/ui',
  'packages/backend-kit',
  'packages/evidence-readers-engine',
];

/** Messages of API Extractor that say nothing: declarations are read by design, and a member may be plain from its name. */
const OMITTED = ['ae-wrong-input-file-type', 'ae-undocumented'];

try {
  const toolchain = await prepare();
  step('Types');
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
