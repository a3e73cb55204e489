#!/usr/bin/env node
// Finds or installs the command line tools that tools.json pins.
//
//   node scripts/tools.mjs ensure [name…]   install what is missing (all without a name)
//   node scripts/tools.mjs path name        print where it is; fails if it is not there
//
// Needs Node 20 or later and nothing else. A tool counts only if it reports
// exactly the pinned version: a policy compiled by another version differs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const EXE = process.platform === 'win32' ? '.exe' : '';
const INSTALL_TIMEOUT_MS = 20 * 60 * 1000;
const VERSION_TIMEOUT_MS = 30 * 1000;

/** A fault whose message is all that the person needs; shown without a stack. */
export class ToolError extends Error {}

/**
 * Reads tools.json.
 * @param {string} [root] the repository's root
 * @returns {Record<string, {version: string, go?: string, module?: string, ldflags?: string, versionArgs: string[], versionPattern: string}>}
 */
export function readTools(root = ROOT) {
  return JSON.parse(readFileSync(join(root, 'tools.json'), 'utf8'));
}

function pinOf(name, root) {
  const tools = readTools(root);
  if (!Object.hasOwn(tools, name)) {
    throw new ToolError(
      `tools.json has no tool "${name}"; it has ${Object.keys(tools).join(
        ', ',
      )}.`,
    );
  }
  return tools[name];
}

function candidateFolders(root, env) {
  const gopath = env.GOPATH
    ? env.GOPATH.split(delimiter)
    : [join(homedir(), 'go')];
  return [
    join(root, '.tools', 'bin'),
    ...(env.PATH ?? '').split(delimiter),
    env.GOBIN,
    ...gopath.map(path => path && join(path, 'bin')),
  ].filter(Boolean);
}

/** The version that an executable reports, or undefined where it reports none. */
function reportedVersion(file, pin) {
  try {
    const out = execFileSync(file, pin.versionArgs, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: VERSION_TIMEOUT_MS,
    });
    return new RegExp(pin.versionPattern, 'm').exec(out)?.[1];
  } catch {
    return undefined; // not executable here: the next candidate may be
  }
}

/**
 * Looks for a tool of exactly the pinned version.
 * @param {string} name a key of tools.json
 * @param {{root?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {{path?: string, others: string[]}} its path, and the versions that were found instead
 */
export function findTool(name, { root = ROOT, env = process.env } = {}) {
  const pin = pinOf(name, root);
  const others = [];
  for (const folder of candidateFolders(root, env)) {
    const file = resolve(folder, name + EXE);
    if (!existsSync(file)) continue;
    const version = reportedVersion(file, pin);
    if (version === pin.version) return { path: file, others };
    others.push(`${version ?? 'an unreadable version'} in ${folder}`);
  }
  return { others };
}

function hasGo(env) {
  try {
    execFileSync('go', ['version'], { env, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * Builds a tool from source. One with `module` is built in the folder of its module: that can set what version it reports.
 */
function build(name, pin, { bin, env }) {
  const options = {
    env: { ...env, GOBIN: bin },
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: INSTALL_TIMEOUT_MS,
  };
  if (!pin.module) {
    execFileSync('go', ['install', `${pin.go}@v${pin.version}`], options);
    return;
  }
  const { Dir: folder } = JSON.parse(
    execFileSync(
      'go',
      ['mod', 'download', '-json', `${pin.module}@v${pin.version}`],
      { ...options, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8' },
    ),
  );
  execFileSync(
    'go',
    [
      ...['build', '-C', folder, '-buildvcs=false'],
      ...(pin.ldflags ? [`-ldflags=${pin.ldflags}`] : []),
      ...['-o', join(bin, name + EXE), pin.go],
    ],
    options,
  );
}

/**
 * Finds a tool, and installs it into .tools/bin where it is missing.
 * @param {string} name a key of tools.json
 * @param {{root?: string, env?: NodeJS.ProcessEnv}} [options]
 * @returns {string} the path of the executable
 * @throws {ToolError} in one sentence, when it can neither be found nor installed
 */
export function ensureTool(name, { root = ROOT, env = process.env } = {}) {
  const pin = pinOf(name, root);
  const found = findTool(name, { root, env });
  if (found.path) return found.path;

  const instead = found.others.length
    ? ` (found ${found.others.join(', ')})`
    : '';
  if (!pin.go || !hasGo(env)) {
    throw new ToolError(
      `${name} ${pin.version} is missing${instead}: put it on PATH or in .tools/bin, or install Go so that it can be built from source.`,
    );
  }
  const bin = join(root, '.tools', 'bin');
  mkdirSync(bin, { recursive: true });
  console.error(
    `Installing ${name} ${pin.version} into .tools/bin from source; the first time takes a minute or two …`,
  );
  try {
    build(name, pin, { bin, env });
  } catch (error) {
    throw new ToolError(
      `${name} ${pin.version} is missing${instead} and could not be built from source: ${error.message}.`,
    );
  }
  const installed = findTool(name, { root, env });
  if (!installed.path) {
    throw new ToolError(
      `${name} was built into .tools/bin but does not report version ${pin.version}; check the pin in tools.json.`,
    );
  }
  return installed.path;
}

function main([command, ...names]) {
  if (command === 'ensure') {
    for (const name of names.length ? names : Object.keys(readTools())) {
      console.log(`${name}: ${ensureTool(name)}`);
    }
  } else if (command === 'path' && names.length === 1) {
    const { path } = findTool(names[0]);
    if (!path) {
      throw new ToolError(
        `${names[0]} ${
          readTools()[names[0]].version
        } is missing; run: node scripts/tools.mjs ensure ${names[0]}`,
      );
    }
    console.log(path);
  } else {
    throw new ToolError('Usage: tools.mjs ensure [name…] | path <name>');
  }
}

if (
  process.argv[1] &&
  realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)
) {
  try {
    main(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof ToolError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
