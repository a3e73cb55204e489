import { ForwardedError, InputError } from '@backstage/errors';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PolicyManifest, parsePolicyManifest } from './parsePolicyManifest';

const WAY_OUT =
  'build the policy with "node scripts/policies.mjs build", or correct permission.opa.bundle, and start again';

/** A compiled policy that is the one its manifest describes. */
export interface PolicyBundle {
  /** Where it was read from, for messages. */
  folder: string;
  manifest: PolicyManifest;
  wasm: Uint8Array<ArrayBuffer>;
}

async function readBundleFile(folder: string, name: string) {
  try {
    return await readFile(join(folder, name));
  } catch (error) {
    throw new ForwardedError(
      `The permission policy in ${folder} has no readable ${name}; ${WAY_OUT}`,
      error,
    );
  }
}

/**
 * Reads a compiled policy and holds it against its manifest.
 *
 * @param folder - holds `policy.wasm` and `manifest.json`
 * @throws ForwardedError where a file cannot be read, InputError where the
 *   manifest is not valid or the hash of `policy.wasm` is another than it says
 */
export async function readPolicyBundle(folder: string): Promise<PolicyBundle> {
  const text = await readBundleFile(folder, 'manifest.json');
  const file = await readBundleFile(folder, 'policy.wasm');

  let manifest: PolicyManifest;
  try {
    manifest = parsePolicyManifest(text.toString('utf8'));
  } catch (error) {
    throw new InputError(
      `The permission policy in ${folder} has no valid manifest.json; ${WAY_OUT}`,
      error,
    );
  }

  const actual = createHash('sha256').update(file).digest('hex');
  if (actual !== manifest.wasmSha256) {
    throw new InputError(
      `The permission policy in ${folder} is not the one that its manifest describes: policy.wasm has SHA-256 ${actual}, manifest.json says ${manifest.wasmSha256}; ${WAY_OUT}`,
    );
  }
  return { folder, manifest, wasm: new Uint8Array(file) };
}
