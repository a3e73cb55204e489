import { InputError } from '@backstage/errors';

/** What is noted about a policy when it is compiled. */
export interface PolicyManifest {
  /** Over the Rego sources, 64 lower-case hex digits. */
  sourceSha256: string;
  /** Over the bytes of `policy.wasm`, 64 lower-case hex digits. */
  wasmSha256: string;
  /** The compiler's version, such as `1.4.2`. */
  opaVersion: string;
  /** Rules that may be asked for, such as `maestro/portal/decision`. */
  entrypoints: string[];
}

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * @param text - the content of `manifest.json`
 * @throws InputError naming the field that is not valid; SyntaxError where the text is not JSON
 */
export function parsePolicyManifest(text: string): PolicyManifest {
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new InputError('manifest.json must be a JSON object');
  }
  const fields = value as Partial<Record<keyof PolicyManifest, unknown>>;

  const hash = (name: 'sourceSha256' | 'wasmSha256') => {
    const field = fields[name];
    if (typeof field !== 'string' || !SHA256.test(field)) {
      throw new InputError(`${name} must be 64 lower-case hex digits`);
    }
    return field;
  };
  if (typeof fields.opaVersion !== 'string') {
    throw new InputError('opaVersion must be a string');
  }
  const { entrypoints } = fields;
  if (
    !Array.isArray(entrypoints) ||
    !entrypoints.every((name): name is string => typeof name === 'string')
  ) {
    throw new InputError('entrypoints must be a list of strings');
  }
  return {
    sourceSha256: hash('sourceSha256'),
    wasmSha256: hash('wasmSha256'),
    opaVersion: fields.opaVersion,
    entrypoints,
  };
}
