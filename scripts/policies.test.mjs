import assert from 'node:assert/strict';
import {
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { coverageOf, faultOf, fileInTar } from './policies.mjs';

const policies = fileURLToPath(new URL('../policies', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'policies-test-'));
const copied = (...path) => join(scratch, ...path);
const edit = (path, change) =>
  writeFileSync(path, change(readFileSync(path, 'utf8')));

beforeEach(() => {
  for (const folder of ['portal', 'dist']) {
    rmSync(copied(folder), { recursive: true, force: true });
    cpSync(join(policies, folder), copied(folder), { recursive: true });
  }
});
after(() => rmSync(scratch, { recursive: true, force: true }));

test('what is kept fits its sources', () => {
  assert.equal(faultOf(scratch, 'portal'), undefined);
});

const edits = {
  edited: () =>
    edit(copied('portal', 'permissions.rego'), text =>
      text.replace('"auditor"', '"auditor", "manager"'),
    ),
  added: () =>
    writeFileSync(copied('portal', 'more.rego'), 'package maestro.portal\n'),
  renamed: () =>
    renameSync(
      copied('portal', 'permissions.rego'),
      copied('portal', 'tables.rego'),
    ),
  removed: () => rmSync(copied('portal', 'permissions.rego')),
};
for (const [what, change] of Object.entries(edits)) {
  test(`a source that was ${what} asks for a build`, () => {
    change();
    assert.match(
      faultOf(scratch, 'portal'),
      /^its Rego sources changed after it was compiled; run "node scripts\/policies\.mjs build"/,
    );
  });
}

test('tests and line ends do not change what is compiled', () => {
  edit(copied('portal', 'decision_test.rego'), text => `${text}# more\n`);
  edit(copied('portal', 'decision.rego'), text => text.replace(/\n/g, '\r\n'));
  assert.equal(faultOf(scratch, 'portal'), undefined);
});

test('another policy.wasm, manifest, entrypoint or compiler is found', () => {
  const manifest = copied('dist', 'portal', 'manifest.json');
  const kept = readFileSync(manifest, 'utf8');
  const withField = field => {
    writeFileSync(manifest, JSON.stringify({ ...JSON.parse(kept), ...field }));
    return faultOf(scratch, 'portal');
  };
  assert.match(
    withField({ opaVersion: '0.1.0' }),
    /compiled by opa 0\.1\.0, tools\.json pins/,
  );
  assert.match(withField({ entrypoints: ['a/b'] }), /other entrypoints/);
  writeFileSync(manifest, '{');
  assert.match(faultOf(scratch, 'portal'), /manifest\.json is not JSON/);
  writeFileSync(manifest, kept);
  writeFileSync(copied('dist', 'portal', 'policy.wasm'), 'x');
  assert.match(faultOf(scratch, 'portal'), /policy\.wasm is not the file/);
  rmSync(manifest);
  assert.match(faultOf(scratch, 'portal'), /never compiled/);
});

test('coverage counts the policies and not their tests', () => {
  const file = (covered_lines, not_covered_lines) => ({
    covered_lines,
    not_covered_lines,
  });
  assert.equal(
    coverageOf({ files: { 'a.rego': file(3, 1), 'a_test.rego': file(96, 0) } }),
    75,
  );
  assert.equal(coverageOf({ files: {} }), 0);
});

test('a file is found in an archive, whatever stands before it', () => {
  const entry = (name, content) => {
    const header = Buffer.alloc(512);
    header.write(name);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return Buffer.concat([header, body]);
  };
  const tar = Buffer.concat([
    entry('/data.json', '{}'),
    entry('/empty', ''),
    entry('/policy.wasm', 'w'.repeat(513)),
    Buffer.alloc(1024),
  ]);
  assert.equal(fileInTar(tar, 'policy.wasm').toString(), 'w'.repeat(513));
  assert.throws(() => fileInTar(tar, 'other'), /holds no other/);
});

test('the table of the README says what the tests expect', () => {
  const { rows, columns } = JSON.parse(
    readFileSync(join(policies, 'testdata', 'portal.json'), 'utf8'),
  ).portal;
  const words = { allow: 'yes', deny: 'no', conditional: 'owner' };
  const readme = readFileSync(join(policies, 'README.md'), 'utf8');
  const table = [...readme.matchAll(/^\| `([\w.-]+)` *\|(.*)\|$/gm)].map(
    ([, name, cells]) => [name, ...cells.split('|').map(cell => cell.trim())],
  );
  assert.equal(columns.length, 6);
  assert.deepEqual(
    table,
    rows.map(row => [row.permission.name, ...row.effects.map(e => words[e])]),
  );
});
