import { createMockDirectory } from '@backstage/backend-test-utils';
import { createHash } from 'node:crypto';
import { readPolicyBundle } from './readPolicyBundle';

const wasm = Buffer.from('not really wasm');
const wasmSha256 = createHash('sha256').update(wasm).digest('hex');
const manifest = {
  sourceSha256: 'a'.repeat(64),
  wasmSha256,
  opaVersion: '1.4.2',
  entrypoints: ['maestro/portal/decision'],
};

describe('readPolicyBundle', () => {
  const directory = createMockDirectory();

  it('reads a policy that its manifest describes', async () => {
    directory.setContent({
      'policy.wasm': wasm,
      'manifest.json': JSON.stringify(manifest),
    });
    await expect(readPolicyBundle(directory.path)).resolves.toEqual({
      folder: directory.path,
      manifest,
      wasm: new Uint8Array(wasm),
    });
  });

  it('refuses a policy with another hash, and says what to do', async () => {
    directory.setContent({
      'policy.wasm': Buffer.concat([wasm, Buffer.from('!')]),
      'manifest.json': JSON.stringify(manifest),
    });
    await expect(readPolicyBundle(directory.path)).rejects.toThrow(
      new RegExp(
        `is not the one that its manifest describes: policy.wasm has SHA-256 [0-9a-f]{64}, manifest.json says ${wasmSha256}; build the policy with`,
      ),
    );
  });

  it.each([
    ['manifest.json', { 'policy.wasm': wasm }],
    ['policy.wasm', { 'manifest.json': JSON.stringify(manifest) }],
  ])('names the missing %s', async (name, content) => {
    directory.setContent(content);
    await expect(readPolicyBundle(directory.path)).rejects.toThrow(
      `has no readable ${name}`,
    );
  });

  it.each([
    ['{', /no valid manifest\.json/],
    ['[]', /manifest\.json must be a JSON object/],
    [
      JSON.stringify({ ...manifest, wasmSha256: wasmSha256.toUpperCase() }),
      /wasmSha256 must be 64 lower-case hex digits/,
    ],
    [
      JSON.stringify({ ...manifest, sourceSha256: undefined }),
      /sourceSha256 must be 64 lower-case hex digits/,
    ],
    [
      JSON.stringify({ ...manifest, opaVersion: 1.4 }),
      /opaVersion must be a string/,
    ],
    [
      JSON.stringify({ ...manifest, entrypoints: [1] }),
      /entrypoints must be a list of strings/,
    ],
  ])('refuses the manifest %s', async (text, message) => {
    directory.setContent({ 'policy.wasm': wasm, 'manifest.json': text });
    await expect(readPolicyBundle(directory.path)).rejects.toThrow(message);
  });
});
