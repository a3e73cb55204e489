import { ForwardedError, InputError } from '@backstage/errors';
import { LoadedPolicy, loadPolicy } from '@open-policy-agent/opa-wasm';
import { PolicyInput } from '../policy/PolicyInput';
import { PolicyBundle } from './readPolicyBundle';

/** The rule that answers whether a person has a permission. */
export const DECISION_ENTRYPOINT = 'maestro/portal/decision';

/** Asks a compiled policy. */
export interface PolicyEvaluator {
  /**
   * @returns what the policy says, of a shape that is not checked yet
   * @throws Error where the policy breaks off or has no single result
   */
  evaluate(input: PolicyInput): unknown;
}

/** The WASM runtime throws plain strings as well as errors. */
function toError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

/**
 * Starts a compiled policy in this process.
 *
 * @throws InputError where it has no decision to ask for, ForwardedError where
 *   it is not WASM that this runtime can start
 */
export async function loadPolicyEvaluator({
  folder,
  wasm,
}: Pick<PolicyBundle, 'folder' | 'wasm'>): Promise<PolicyEvaluator> {
  let policy: LoadedPolicy;
  try {
    const module = await WebAssembly.compile(wasm);
    const exported = WebAssembly.Module.exports(module);
    if (!exported.some(({ name }) => name === 'opa_wasm_abi_version')) {
      throw new InputError('It is WASM, but not a policy that opa compiled');
    }
    // The types speak of bytes and responses only; modules are taken as well.
    policy = await loadPolicy(module as BufferSource & WebAssembly.Module);
  } catch (thrown) {
    throw new ForwardedError(
      `The permission policy in ${folder} cannot be started; build it with "node scripts/policies.mjs build" and start again`,
      toError(thrown),
    );
  }
  if (!Object.hasOwn(policy.entrypoints, DECISION_ENTRYPOINT)) {
    throw new InputError(
      `The permission policy in ${folder} has no entrypoint ${DECISION_ENTRYPOINT}; compile it with that entrypoint`,
    );
  }

  return {
    evaluate(input) {
      let results: unknown;
      try {
        results = policy.evaluate(input, DECISION_ENTRYPOINT);
      } catch (thrown) {
        throw toError(thrown);
      }
      if (!Array.isArray(results) || results.length !== 1) {
        throw new Error('The policy has no single result for this input');
      }
      return (results[0] as { result?: unknown } | null)?.result;
    },
  };
}
