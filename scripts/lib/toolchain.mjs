import fs from 'node:fs';
import path from 'node:path';
import { step } from './log.mjs';
import { inRoot, root, toolsDir } from './paths.mjs';
import { CommandError, run } from './run.mjs';
import { digestOf, once } from './stamp.mjs';

/** Backstage runs on these. */
const SUPPORTED_NODE = [22, 24];
const NODE_VERSION = '24.21.0';
const YARN_VERSION = '4.18.1';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

async function npmInstall(name, version) {
  const prefix = path.join(toolsDir, name.replace(/[@/]/g, '_'));
  fs.mkdirSync(prefix, { recursive: true });
  try {
    await run(
      npm,
      [
        'install',
        '--prefix',
        prefix,
        '--no-save',
        '--no-audit',
        '--no-fund',
        '--loglevel=error',
        `${name}@${version}`,
      ],
      { quiet: true },
    );
  } catch (error) {
    if (error instanceof CommandError) {
      throw new Error(
        `${name} ${version} could not be installed from the package registry; check the network and run the command again.\n${error.message}`,
      );
    }
    throw error;
  }
  return path.join(prefix, 'node_modules', name);
}

/** Folder of a Node that Backstage runs on: the one at hand, else one of our own from the package registry. */
async function ensureNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (SUPPORTED_NODE.includes(major)) {
    return path.dirname(process.execPath);
  }
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${platform}-${process.arch}`;
  const bin = path.join(toolsDir, name, 'node_modules', name, 'bin');
  if (!fs.existsSync(bin)) {
    step(`Getting Node ${NODE_VERSION} (this is ${process.versions.node})`);
    await npmInstall(name, NODE_VERSION);
  }
  return bin;
}

async function ensureYarn() {
  const name = '@yarnpkg/cli-dist';
  const script = path.join(
    toolsDir,
    '_yarnpkg_cli-dist/node_modules',
    name,
    'bin/yarn.js',
  );
  if (!fs.existsSync(script)) {
    step(`Getting Yarn ${YARN_VERSION}`);
    await npmInstall(name, YARN_VERSION);
  }
  return script;
}

/**
 * What this machine's npm was told about reaching the registry, in Yarn's words: Yarn does not read npm's settings.
 * What is set for Yarn already wins.
 */
async function networkSettings() {
  const settings = JSON.parse(
    await run(npm, ['config', 'list', '--json', '--loglevel=error'], {
      quiet: true,
    }),
  );
  const wanted = {
    YARN_NPM_REGISTRY_SERVER: settings.registry?.replace(/\/$/, ''),
    YARN_HTTPS_CA_FILE_PATH: settings.cafile,
    YARN_HTTP_PROXY: settings.proxy,
    YARN_HTTPS_PROXY: settings['https-proxy'],
    YARN_ENABLE_STRICT_SSL: settings['strict-ssl'] === false ? 'false' : null,
  };
  return Object.fromEntries(
    Object.entries(wanted).filter(
      ([name, value]) => value && !process.env[name],
    ),
  );
}

/** Everything that decides what is installed. */
function manifests() {
  const packages = ['packages', 'plugins'].flatMap(folder =>
    fs
      .readdirSync(inRoot(folder))
      .map(name => `${folder}/${name}/package.json`)
      .filter(file => fs.existsSync(inRoot(file))),
  );
  return [
    'package.json',
    'yarn.lock',
    '.yarnrc.yml',
    'bench/package.json',
    'policies/package.json',
    ...packages,
  ];
}

/**
 * Gets Node, Yarn and the dependencies, whatever of them is missing.
 *
 * @returns `env` with the right Node first on PATH, and functions that run things with it
 */
export async function prepare() {
  const nodeBin = await ensureNode();
  const yarnScript = await ensureYarn();
  const node = path.join(
    nodeBin,
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  const env = {
    ...process.env,
    PATH: [nodeBin, inRoot('node_modules/.bin'), process.env.PATH].join(
      path.delimiter,
    ),
  };
  // npm's own settings would be read as options of the tools below.
  for (const key of Object.keys(env)) {
    if (/^npm_(config|package|lifecycle)_/i.test(key)) {
      delete env[key];
    }
  }
  const yarn = (args, options) =>
    run(node, [yarnScript, ...args], { env, ...options });
  const install = async args =>
    await yarn(['install', ...args], {
      quiet: true,
      env: { ...env, ...(await networkSettings()) },
    });

  await once(
    'dependencies',
    digestOf(manifests()),
    () => fs.existsSync(inRoot('node_modules/.yarn-state.yml')),
    async () => {
      step('Installing dependencies (about a minute the first time)');
      await install(['--immutable']);
    },
  );
  return {
    env,
    node,
    yarn,
    /** Installs anew after a manifest changed; writes the lockfile. */
    install: () => install([]),
    /** A script with the right Node. */
    run: (args, options) => run(node, args, { env, cwd: root, ...options }),
    /** A program of the dependencies, for example `tsc`. */
    bin: (name, args, options) =>
      run(inRoot('node_modules/.bin', name), args, {
        env,
        cwd: root,
        ...options,
      }),
  };
}
