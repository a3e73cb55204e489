// Everything short of tests: format, walls, lint, types, unused code, policies, production build. `yarn check` runs it too.
import { withLock } from './lib/lock.mjs';
import { fail, step } from './lib/log.mjs';
import { prepare } from './lib/toolchain.mjs';

const CHECKS = [
  ['Format', 'prettier', ['--check', '--loglevel', 'warn', '.']],
  ['Lint', 'backstage-cli', ['repo', 'lint', '--max-warnings', '0']],
  ['Types and API reports', 'node', ['scripts/apiReports.mjs', '--ci']],
  [
    'Catalog descriptors',
    'backstage-repo-tools',
    ['generate-catalog-info', '--ci'],
  ],
  ['Unused code and dependencies', 'knip', ['--no-config-hints']],
  ['Policies', 'node', ['scripts/policies.mjs', 'test']],
  [
    'Policy bundles match their sources',
    'node',
    ['scripts/policies.mjs', 'check', '--rebuild'],
  ],
];

try {
  const toolchain = await prepare();
  for (const [name, command, args] of CHECKS) {
    step(name);
    if (command === 'node') {
      await toolchain.run(args);
    } else {
      await toolchain.bin(command, args);
    }
  }
  step('Production build');
  // The portal is among it.
  await withLock('portal', () =>
    toolchain.bin('backstage-cli', ['repo', 'build', '--all']),
  );
} catch (error) {
  fail(error.message);
}
