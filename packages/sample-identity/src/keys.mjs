import { generateKeyPair, randomBytes, randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * The key that signs tokens (RSA, 2048 bits, RS256) and the one that signs cookies.
 *
 * @param {string | undefined} folder   Where they are kept, readable by the owner only; without it they are made anew.
 * @returns {Promise<{ jwks: { keys: object[] }, cookieKeys: string[] }>}
 */
export async function loadKeys(folder) {
  if (!folder) return createKeys();
  const file = join(folder, 'sample-identity-keys.json');
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error.code !== 'ENOENT') {
      throw new Error(
        `${file} cannot be read (${error.message}): remove it to have new keys made.`,
      );
    }
  }
  const keys = await createKeys();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(file, JSON.stringify(keys), { mode: 0o600 });
  return keys;
}

async function createKeys() {
  const { privateKey } = await promisify(generateKeyPair)('rsa', {
    modulusLength: 2048,
  });
  const key = privateKey.export({ format: 'jwk' });
  return {
    jwks: { keys: [{ ...key, kid: randomUUID(), use: 'sig', alg: 'RS256' }] },
    cookieKeys: [randomBytes(32).toString('base64url')],
  };
}
