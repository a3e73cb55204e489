import assert from 'node:assert/strict';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ToolError, ensureTool, findTool } from './tools.mjs';

// The stand-ins are shell scripts.
const options = { skip: process.platform === 'win32' && 'needs a POSIX shell' };
const root = mkdtempSync(join(tmpdir(), 'tools-test-'));
after(() => rmSync(root, { recursive: true, force: true }));

writeFileSync(
  join(root, 'tools.json'),
  JSON.stringify({
    sample: {
      version: '2.0.0',
      go: 'example.org/sample',
      versionArgs: ['version'],
      versionPattern: '^Version: (\\S+)',
    },
  }),
);

function folderWith(name, script) {
  const folder = mkdtempSync(join(root, 'path-'));
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return { folder, file };
}
const env = (...folders) => ({
  PATH: folders.join(':'),
  GOPATH: join(root, 'none'),
});

test(
  'takes exactly the pinned version, wherever on PATH it stands',
  options,
  () => {
    const old = folderWith('sample', 'echo "Version: 2.0.0-rc1"');
    const broken = folderWith('sample', 'exit 3');
    const right = folderWith(
      'sample',
      'echo "Build: x"; echo "Version: 2.0.0"',
    );
    assert.deepEqual(
      findTool('sample', {
        root,
        env: env(old.folder, broken.folder, right.folder),
      }),
      {
        path: right.file,
        others: [
          `2.0.0-rc1 in ${old.folder}`,
          `an unreadable version in ${broken.folder}`,
        ],
      },
    );
  },
);

test('says in one sentence what is missing', options, () => {
  const old = folderWith('sample', 'echo "Version: 1.0.0"');
  assert.throws(
    () => ensureTool('sample', { root, env: env(old.folder) }),
    error =>
      error instanceof ToolError &&
      error.message ===
        `sample 2.0.0 is missing (found 1.0.0 in ${old.folder}): put it on PATH or in .tools/bin, or install Go so that it can be built from source.`,
  );
  assert.throws(
    () => ensureTool('other', { root, env: env() }),
    /tools\.json has no tool "other"; it has sample\./,
  );
});

test('builds what is missing into .tools/bin', options, () => {
  const go = folderWith(
    'go',
    `if [ "$1" = version ]; then exit 0; fi
[ "$*" = "install example.org/sample@v2.0.0" ] || exit 1
printf '#!/bin/sh\\necho "Version: 2.0.0"\\n' > "$GOBIN/sample"
/bin/chmod +x "$GOBIN/sample"`,
  );
  const bin = join(root, '.tools', 'bin');
  assert.equal(
    ensureTool('sample', { root, env: env(go.folder) }),
    join(bin, 'sample'),
  );
  rmSync(bin, { recursive: true });

  const failing = folderWith('go', '[ "$1" = version ]');
  mkdirSync(bin, { recursive: true });
  assert.throws(
    () => ensureTool('sample', { root, env: env(failing.folder) }),
    /could not be built from source/,
  );
});

test(
  'builds in the folder of a module what cannot tell its version otherwise',
  options,
  () => {
    const home = mkdtempSync(join(root, 'module-'));
    writeFileSync(
      join(home, 'tools.json'),
      JSON.stringify({
        sample: {
          version: '2.0.0',
          go: './cmd/sample',
          module: 'example.org/sample',
          ldflags: '-X main.version=2.0.0',
          versionArgs: ['version'],
          versionPattern: '^(\\S+)',
        },
      }),
    );
    const go = folderWith(
      'go',
      `if [ "$1" = version ]; then exit 0; fi
if [ "$*" = "mod download -json example.org/sample@v2.0.0" ]; then echo '{"Dir":"/folder"}'; exit 0; fi
[ "$1 $2 $3 $5 $6 $8" = "build -C /folder -ldflags=-X main.version=2.0.0 -o ./cmd/sample" ] || exit 1
printf '#!/bin/sh\\necho 2.0.0\\n' > "$7"
/bin/chmod +x "$7"`,
    );
    assert.equal(
      ensureTool('sample', { root: home, env: env(go.folder) }),
      join(home, '.tools', 'bin', 'sample'),
    );
  },
);
