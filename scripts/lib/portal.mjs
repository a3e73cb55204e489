import fs from 'node:fs';
import { step } from './log.mjs';
import { inRoot } from './paths.mjs';
import { digestOf, once } from './stamp.mjs';

/** Folders that end up in the browser: the app and every package with a role for it. */
function browserSources() {
  return ['packages', 'plugins'].flatMap(folder =>
    fs
      .readdirSync(inRoot(folder))
      .map(name => `${folder}/${name}`)
      .filter(place => {
        const manifest = inRoot(place, 'package.json');
        if (!fs.existsSync(manifest)) {
          return false;
        }
        const { role } =
          JSON.parse(fs.readFileSync(manifest, 'utf8')).backstage ?? {};
        return (
          role?.startsWith('frontend') ||
          ['web-library', 'common-library'].includes(role)
        );
      }),
  );
}

/** Builds the portal's frontend for production, unless nothing in it has changed since the last time. */
export async function buildPortal(toolchain) {
  const built = await once(
    'portal',
    digestOf([...browserSources(), 'yarn.lock', 'app-config.yaml']),
    () => fs.existsSync(inRoot('packages/app/dist/index.html')),
    async () => {
      step('Building the portal (about a minute)');
      await toolchain.bin('backstage-cli', ['package', 'build'], {
        cwd: inRoot('packages/app'),
        quiet: true,
        env: { ...toolchain.env, NODE_ENV: 'production' },
      });
    },
  );
  if (!built) {
    step('The portal is built already');
  }
}
