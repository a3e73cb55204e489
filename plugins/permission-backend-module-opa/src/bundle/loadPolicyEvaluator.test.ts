import { LoadedPolicy } from '@open-policy-agent/opa-wasm';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PORTAL_BUNDLE } from '../testing/portalMatrix';
import { loadPolicyEvaluator } from './loadPolicyEvaluator';

const folder = PORTAL_BUNDLE;
const permission = { name: 'catalog.entity.read', type: 'basic' } as const;

async function portalWasm() {
  return new Uint8Array(await readFile(join(folder, 'policy.wasm')));
}

describe('loadPolicyEvaluator', () => {
  it('starts the portal policy, which answers anonymous questions too', async () => {
    const evaluator = await loadPolicyEvaluator({
      folder,
      wasm: await portalWasm(),
    });
    expect(evaluator.evaluate({ permission })).toEqual({
      effect: 'deny',
      reason: 'Nobody is signed in.',
    });
  });

  it('needs no function of the host', async () => {
    const module = await WebAssembly.compile(await portalWasm());
    const memory = new WebAssembly.Memory({ initial: 5 });
    const unused = () => {
      throw new Error('The policy called its host');
    };
    const { exports } = await WebAssembly.instantiate(module, {
      env: {
        memory,
        ...Object.fromEntries(
          WebAssembly.Module.imports(module)
            .filter(item => item.kind === 'function')
            .map(item => [item.name, unused]),
        ),
      },
    });
    const call = (name: string, argument: number) =>
      (exports[name] as (value: number) => number)(argument);
    const at = call('opa_json_dump', call('builtins', 0));
    expect(Buffer.from(memory.buffer, at, 3).toString()).toBe('{}\0');
  });

  it.each([
    ['text', async () => new Uint8Array(Buffer.from('not wasm'))],
    ['cut off', async () => (await portalWasm()).slice(0, 1000)],
    [
      'a module that is no policy',
      async () => new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]),
    ],
  ])('refuses what is %s', async (_what, wasm) => {
    await expect(
      loadPolicyEvaluator({ folder, wasm: await wasm() }),
    ).rejects.toThrow(
      /cannot be started; build it with "node scripts\/policies\.mjs build"/,
    );
  });

  it('refuses a policy without the decision', async () => {
    const wasm = Buffer.from(await portalWasm());
    const at = wasm.indexOf('maestro/portal/decision');
    expect(at).toBeGreaterThan(0);
    wasm.write('maestro/portal/opinions', at);
    await expect(
      loadPolicyEvaluator({ folder, wasm: new Uint8Array(wasm) }),
    ).rejects.toThrow(/has no entrypoint maestro\/portal\/decision/);
  });

  describe('when the runtime misbehaves', () => {
    afterEach(() => jest.restoreAllMocks());

    it.each<[string, () => unknown, string]>([
      ['has no result', () => [], 'no single result'],
      ['has two results', () => [{ result: 1 }, { result: 2 }], 'no single'],
      ['answers in another shape', () => ({ result: true }), 'no single'],
      [
        'throws a string',
        () => {
          const abort: unknown = 'opa_abort: out of memory';
          throw abort;
        },
        'out of memory',
      ],
      [
        'throws an error',
        () => {
          throw new RangeError('memory access out of bounds');
        },
        'out of bounds',
      ],
    ])('throws an error where it %s', async (_what, evaluate, message) => {
      const evaluator = await loadPolicyEvaluator({
        folder,
        wasm: await portalWasm(),
      });
      jest
        .spyOn(LoadedPolicy.prototype, 'evaluate')
        .mockImplementation(evaluate);
      expect(() => evaluator.evaluate({ permission })).toThrow(
        expect.objectContaining({ message: expect.stringContaining(message) }),
      );
    });
  });
});
