#!/usr/bin/env node
// Keeps the compiled policies in step with their Rego sources.
//
//   node scripts/policies.mjs build            compile, write policies/dist/<name>/
//   node scripts/policies.mjs check            is what is kept made from these sources? Needs no opa
//   node scripts/policies.mjs check --rebuild  also compiles again and compares the bytes
//   node scripts/policies.mjs test             format, strict check and tests with coverage
//
// Needs Node 20 or later; build, test and --rebuild need the opa of tools.json.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { ToolError, ensureTool, readTools } from './tools.mjs';

const ROOT = resolve(fileURLToPath(new URL('..', import.meta.url)));
const COVERAGE_THRESHOLD_PERCENT = 90;
const REBUILD = 'run "node scripts/policies.mjs build" and keep the result';

/** Folder under policies/ → the rules that callers may ask. */
const POLICIES = { portal: ['maestro/portal/decision'] };

const sha256 = data => createHash('sha256').update(data).digest('hex');

/** Sources of a policy as paths relative to policies/, sorted; tests do not change what is compiled. */
function sourcesOf(folder, name) {
  return readdirSync(join(folder, name), { recursive: true })
    .map(path => `${name}/${String(path).replaceAll('\\', '/')}`)
    .filter(path => path.endsWith('.rego') && !path.endsWith('_test.rego'))
    .sort();
}

/** One hash over paths and contents. Line ends count as LF, so that a checkout on Windows agrees. */
function hashSources(folder, sources) {
  const hash = createHash('sha256');
  for (const path of sources) {
    const text = readFileSync(join(folder, path), 'utf8').replace(
      /\r\n/g,
      '\n',
    );
    hash.update(`${path}\0${sha256(text)}\n`);
  }
  return hash.digest('hex');
}

/** One file of a tar archive. Enough for what opa writes: plain headers, octal sizes. */
export function fileInTar(tar, wanted) {
  const text = (from, length) =>
    tar.toString('utf8', from, from + length).replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const size = parseInt(text(at + 124, 12).trim(), 8);
    if (!Number.isSafeInteger(size)) break;
    if (text(at, 100).replace(/^\.?\//, '') === wanted) {
      return tar.subarray(at + 512, at + 512 + size);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new ToolError(`The bundle that opa wrote holds no ${wanted}.`);
}

/** Compiles one policy. opa notes the paths it was given, so they are relative and sorted. */
function compile(opa, folder, name, entrypoints) {
  const scratch = mkdtempSync(join(tmpdir(), 'policy-'));
  try {
    const bundle = join(scratch, 'bundle.tar.gz');
    const entries = entrypoints.flatMap(entrypoint => ['-e', entrypoint]);
    execFileSync(
      opa,
      [
        'build',
        '-t',
        'wasm',
        ...entries,
        '-o',
        bundle,
        ...sourcesOf(folder, name),
      ],
      { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] },
    );
    return fileInTar(gunzipSync(readFileSync(bundle)), 'policy.wasm');
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function build(folder) {
  const opa = ensureTool('opa');
  for (const [name, entrypoints] of Object.entries(POLICIES)) {
    const wasm = compile(opa, folder, name, entrypoints);
    const manifest = {
      sourceSha256: hashSources(folder, sourcesOf(folder, name)),
      wasmSha256: sha256(wasm),
      opaVersion: readTools().opa.version,
      entrypoints,
    };
    const target = join(folder, 'dist', name);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, 'policy.wasm'), wasm);
    writeFileSync(
      join(target, 'manifest.json'),
      `${JSON.stringify(manifest, null, 2)}\n`,
    );
    console.log(`${name}: built, ${wasm.length} bytes, ${manifest.wasmSha256}`);
  }
}

/**
 * What is wrong with a kept policy, in words; undefined where nothing is.
 * @param {string} folder the policies folder
 * @param {string} name the policy's folder in it
 * @returns {string | undefined}
 */
export function faultOf(folder, name) {
  const manifestPath = join(folder, 'dist', name, 'manifest.json');
  const wasmPath = join(folder, 'dist', name, 'policy.wasm');
  if (!existsSync(manifestPath) || !existsSync(wasmPath)) {
    return `it was never compiled; ${REBUILD}.`;
  }
  let manifest;
  try {
    manifest = JSON.parse(readFileSync(manifestPath, 'utf8'));
  } catch {
    return `its manifest.json is not JSON; ${REBUILD}.`;
  }
  if (manifest.sourceSha256 !== hashSources(folder, sourcesOf(folder, name))) {
    return `its Rego sources changed after it was compiled; ${REBUILD}.`;
  }
  if (manifest.wasmSha256 !== sha256(readFileSync(wasmPath))) {
    return `policy.wasm is not the file that its manifest describes; ${REBUILD}.`;
  }
  if (String(manifest.entrypoints) !== String(POLICIES[name])) {
    return `it was compiled for other entrypoints; ${REBUILD}.`;
  }
  const pinned = readTools().opa.version;
  if (manifest.opaVersion !== pinned) {
    return `it was compiled by opa ${manifest.opaVersion}, tools.json pins ${pinned}; ${REBUILD}.`;
  }
  return undefined;
}

function check(folder, { rebuild }) {
  const opa = rebuild ? ensureTool('opa') : undefined;
  for (const [name, entrypoints] of Object.entries(POLICIES)) {
    const fault = faultOf(folder, name);
    if (fault) throw new ToolError(`Policy ${name}: ${fault}`);
    if (opa) {
      const kept = readFileSync(join(folder, 'dist', name, 'policy.wasm'));
      if (!compile(opa, folder, name, entrypoints).equals(kept)) {
        throw new ToolError(
          `Policy ${name}: compiling its sources gives other bytes than policy.wasm; ${REBUILD}.`,
        );
      }
    }
    console.log(
      `${name}: policy.wasm fits its sources${opa ? ', compiled again' : ''}`,
    );
  }
}

/**
 * Share of lines of policies, not of their tests, that the tests reach.
 * @param {{files: Record<string, {covered_lines?: number, not_covered_lines?: number}>}} report as opa writes it
 * @returns {number} percent, 0 where there are no lines
 */
export function coverageOf(report) {
  let covered = 0;
  let all = 0;
  for (const [path, file] of Object.entries(report.files)) {
    if (path.endsWith('_test.rego')) continue;
    covered += file.covered_lines ?? 0;
    all += (file.covered_lines ?? 0) + (file.not_covered_lines ?? 0);
  }
  return all ? (100 * covered) / all : 0;
}

function test(folder) {
  const opa = ensureTool('opa');
  const run = (what, args, stdout = 'inherit') => {
    const result = spawnSync(opa, args, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', stdout, 'inherit'],
    });
    if (result.status !== 0) throw new ToolError(`Policies: ${what}.`);
    return result.stdout;
  };
  for (const name of Object.keys(POLICIES)) {
    const tested = [name, `testdata/${name}.json`];
    run('the format differs from that of "opa fmt --write policies"', [
      'fmt',
      '--fail',
      '--list',
      name,
    ]);
    run('the strict check found faults', ['check', '--strict', name]);
    run('tests failed', ['test', '--verbose', ...tested]);
    const report = run(
      'coverage could not be measured',
      ['test', '--coverage', '--format=json', ...tested],
      'pipe',
    );
    const percent = coverageOf(JSON.parse(report));
    console.log(`${name}: tests reach ${percent.toFixed(1)} % of the lines`);
    if (percent < COVERAGE_THRESHOLD_PERCENT) {
      throw new ToolError(
        `Policies: tests reach less than ${COVERAGE_THRESHOLD_PERCENT} % of the lines of ${name}.`,
      );
    }
  }
}

function main([command, ...options]) {
  const folder = join(ROOT, 'policies');
  const rebuild = options.includes('--rebuild');
  const unknown = options.filter(option => option !== '--rebuild');
  if (unknown.length || (rebuild && command !== 'check')) {
    throw new ToolError(`Unknown option ${unknown[0] ?? '--rebuild'}.`);
  }
  if (command === 'build') build(folder);
  else if (command === 'check') check(folder, { rebuild });
  else if (command === 'test') test(folder);
  else
    throw new ToolError('Usage: policies.mjs build | check [--rebuild] | test');
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
