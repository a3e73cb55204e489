// `yarn new <plugin-id>`: an empty plugin of the suite, every line's room in its place. See docs/how-to/add-a-plugin.md.
import fs from 'node:fs';
import { fail, step } from './lib/log.mjs';
import { inRoot } from './lib/paths.mjs';
import { prepare } from './lib/toolchain.mjs';

const PLUGIN_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** By template: the ending of the folder's name. */
const PACKAGES = [
  ['conductor-plugin-common', '-common'],
  ['conductor-plugin-backend', '-backend'],
  ['conductor-plugin-frontend', ''],
];

const [pluginId, ...rest] = process.argv.slice(2);
if (!pluginId || rest.length > 0 || !PLUGIN_ID.test(pluginId)) {
  fail(
    'Say the id of the plugin in lower-case words, for example: yarn new service-levels',
  );
}
const folders = PACKAGES.map(([, ending]) => `plugins/${pluginId}${ending}`);
const taken = folders.filter(folder => fs.existsSync(inRoot(folder)));
if (taken.length > 0) {
  fail(`There is ${taken.join(', ')} already: choose another id.`);
}

try {
  const toolchain = await prepare();
  for (const [index, [template]] of PACKAGES.entries()) {
    step(folders[index]);
    const said = await toolchain.bin(
      'backstage-cli',
      [
        'new',
        '--select',
        template,
        '--option',
        `pluginId=${pluginId}`,
        // The file of code owners names one team for everything.
        '--option',
        'owner=',
        '--skip-install',
      ],
      { quiet: true },
    );
    // The command ends with 0 whatever happened.
    if (!fs.existsSync(inRoot(folders[index], 'package.json'))) {
      throw new Error(`${folders[index]} was not made:\n${said}`);
    }
  }
  step('Dependencies');
  await toolchain.install();
  step('OpenAPI, format, catalog descriptors, API reports');
  const backend = `@maestro-conductor/plugin-${pluginId}-backend`;
  await toolchain.yarn(['workspace', backend, 'run', 'generate'], {
    quiet: true,
  });
  await toolchain.bin('prettier', [
    '--write',
    '--loglevel',
    'warn',
    ...folders,
    'packages/app/package.json',
    'packages/backend/package.json',
    'packages/backend/src/index.ts',
  ]);
  await toolchain.bin('backstage-repo-tools', ['generate-catalog-info'], {
    quiet: true,
  });
  await toolchain.run(['scripts/apiReports.mjs']);
  step(`Made: ${folders.join(', ')}. Next: docs/how-to/add-a-plugin.md`);
} catch (error) {
  fail(error.message);
}
