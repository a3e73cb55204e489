import fc from 'fast-check';
import { unpaced } from '../reader/unpaced';
import { bytes } from '../testUtils/bytes';
import { factsOf } from '../testUtils/factsOf';
import { factsReader } from './factsReader';

function declare(facts: unknown, observedAt?: unknown) {
  return factsReader.read(
    bytes(JSON.stringify({ facts, observedAt })),
    unpaced,
  );
}

describe('factsReader', () => {
  it('reads JSON, with types and units of known facts and of declared ones', async () => {
    const result = await declare(
      {
        'policy.coverage': 0.75,
        'chaos.passed': true,
        'repo.runbook.changed_at': '2026-01-05T10:00:00+02:00',
        'team.size': { value: 4, type: 'number', unit: 'count' },
        'team.motto': 'keep it small',
        'team.languages': ['ts', 'go'],
        'team.pins': [{ name: 'a', deep: { list: [1, null, true] } }],
      },
      '2026-01-06T00:00:00Z',
    );
    expect(result).toEqual({
      status: 'ok',
      observedAt: '2026-01-06T00:00:00.000Z',
      facts: [
        { name: 'policy.coverage', type: 'number', value: 0.75, unit: 'ratio' },
        { name: 'chaos.passed', type: 'boolean', value: true },
        {
          name: 'repo.runbook.changed_at',
          type: 'timestamp',
          value: '2026-01-05T08:00:00.000Z',
        },
        { name: 'team.size', type: 'number', value: 4, unit: 'count' },
        { name: 'team.motto', type: 'string', value: 'keep it small' },
        { name: 'team.languages', type: 'string[]', value: ['ts', 'go'] },
        {
          name: 'team.pins',
          type: 'object[]',
          value: [{ name: 'a', deep: { list: [1, null, true] } }],
        },
      ],
    });
  });

  it('reads YAML, block and flow, JSON indented by tabs, and a byte order mark', async () => {
    const expected = { 'policy.coverage': 0.5, 'chaos.passed': false };
    for (const text of [
      '# from CI\nfacts:\n  policy.coverage: 0.5\n  chaos.passed: false\n',
      '---\nfacts:\n  policy.coverage:\n    value: 0.5\n    unit: ratio\n  "chaos.passed": false\n',
      '{facts: {policy.coverage: 0.5, chaos.passed: false}}',
      JSON.stringify({ facts: expected }, null, '\t'),
      `\uFEFF${JSON.stringify({ facts: expected })}`,
      `observedAt: 2026-01-05T10:00:00Z\nfacts:\n  policy.coverage: .5\n  chaos.passed: false\n`,
    ]) {
      expect(await factsOf(factsReader, text)).toEqual(expected);
    }
  });

  it.each([
    ['policy.coverage', 1.01, 'from 0 to 1'],
    ['policy.coverage', -0.1, 'from 0 to 1'],
    ['policy.coverage', '0.9', 'finite number'],
    ['policy.coverage', null, 'finite number'],
    ['test.coverage.lines', -1, 'from 0 to 1'],
    ['test.coverage.lines', 83, 'from 0 to 1'],
    ['test.coverage.lines', { value: 83, unit: 'count' }, 'is a ratio'],
    ['test.coverage.lines', { value: 'all', type: 'string' }, 'is a number'],
    ['test.failed', 0.5, 'whole number'],
    ['test.duration', -5, '0 or more'],
    ['chaos.passed', 'yes', 'true or false'],
    ['repo.runbook.changed_at', '2026-01-05', 'with its offset'],
    ['repo.runbook.changed_at', '2026-02-30T00:00:00Z', 'with its offset'],
    ['team.seen_at', '2026-01-05T25:00:00Z', 'with its offset'],
    ['team.size', 'NaN', 'finite'],
    ['team.size', '-Infinity', 'finite'],
    ['team.size', null, 'no value'],
    ['team.size', { value: 1, unit: 'furlong' }, 'unknown unit'],
    ['team.size', { value: 1, unit: 'constructor' }, 'unknown unit'],
    ['team.size', { value: 1, type: 'bigint' }, 'unknown type'],
    ['team.size', { value: true, unit: 'count' }, 'only numbers'],
    ['team.size', { value: 1, color: 'red' }, '"color"'],
    ['team.size', { type: 'number' }, 'finite number'],
    ['team.motto', 'x'.repeat(5000), 'at most'],
    ['team.list', [1, 2], 'list of at most'],
    ['cost.daily', 3, 'needs a unit'],
    ['cost.daily', { value: 3, unit: 'count' }, 'needs a unit'],
    ['cost.daily', { value: -3, unit: 'USD/d' }, '0 or more'],
    ['slo.adherence', 1, 'conductor slo push'],
    ['catalog.owner.exists', true, 'written by the portal'],
    [
      'evidence.coverage.last_observed_at',
      '2026-01-05T10:00:00Z',
      'written by the portal',
    ],
    ['Slo.Adherence', 1, 'no fact name'],
    ['slo', 1, 'no fact name'],
    ['policy.coverage; drop', 1, 'no fact name'],
    ['__proto__.x', 1, 'no fact name'],
    [`a.${'b'.repeat(300)}`, 1, 'no fact name'],
  ])('refuses %s = %j', async (name, value, message) => {
    expect(await declare({ 'team.fine': 1, [name]: value })).toEqual({
      status: 'invalid',
      field: `facts.${name}`.slice(0, 300),
      message: expect.stringContaining(message),
    });
  });

  it.each(['.nan', '.inf', '-.Inf', '1e999'])(
    'refuses %s, which YAML takes for a number',
    async value => {
      for (const name of ['policy.coverage', 'team.size']) {
        expect(
          await factsReader.read(
            bytes(`facts:\n  ${name}: ${value}\n`),
            unpaced,
          ),
        ).toMatchObject({ status: 'invalid', field: `facts.${name}` });
      }
    },
  );

  it.each([
    ['an anchor', 'facts: &a\n  team.size: 1\n', 'anchor'],
    ['an alias', 'facts:\n  team.a: [x]\n  team.b: *x\n', 'alias'],
    ['a tag', 'facts:\n  team.size: !!float 1\n', 'tag'],
    ['a directive', '%YAML 1.1\n---\nfacts:\n  team.on: yes\n', 'directive'],
    ['duplicate keys in YAML', 'facts:\n  a.b: 1\n  a.b: 2\n', 'unique'],
    ['duplicate keys in JSON', '{"facts":{"a.b":1,"a.b":2}}', 'unique'],
    ['two lists of facts', '{"facts":{"a.b":1},"facts":{"a.b":2}}', 'unique'],
    ['two documents', 'facts:\n  a.b: 1\n---\nfacts:\n  a.b: 2\n', 'must hold'],
    ['depth in JSON', `{"facts":{"a.b":${'['.repeat(100_000)}`, 'deep'],
    ['depth in YAML', `facts:\n  ${'- '.repeat(100_000)}`, 'deep'],
    ['cut JSON', '{"facts":{"policy.coverage":0.7', 'line 1'],
    ['YAML without an end', 'facts:\n  policy.coverage: 0.7', 'line break'],
    ['no fact', '{"facts":{}}', 'at least one'],
    ['a list of facts', '{"facts":[1]}', 'at least one'],
    ['an unknown key', '{"facts":{"a.b":1},"observedat":1}', '"observedat"'],
    ['a time of no offset', '{"facts":{"a.b":1},"observedAt":"now"}', 'offset'],
    [
      'too many',
      `facts:\n${Array.from({ length: 201 }, (_, i) => `  a.b${i}: 1\n`).join(
        '',
      )}`,
      '200',
    ],
    ['too many keys', `facts:\n${'  ?\n'.repeat(60_000)}`, 'too many'],
    ['too much', `facts:\n  a.b: ${'x'.repeat(300_000)}\n`, 'bytes'],
  ])('refuses %s', async (_, text, message) => {
    expect(await factsReader.read(bytes(text), unpaced)).toEqual({
      status: 'invalid',
      field: expect.any(String),
      message: expect.stringContaining(message),
    });
  });

  it('takes signs of anchors and aliases inside text for what they are', async () => {
    const text =
      'facts:\n  a.b: "*x"\n  a.c: a & b\n  a.d: |\n    *x\n    !y\n';
    expect(await factsOf(factsReader, text)).toEqual({
      'a.b': '*x',
      'a.c': 'a & b',
      'a.d': '*x\n!y\n',
    });
  });

  it.each([
    ['other JSON', '{"name":"x","version":1}'],
    ['other YAML', 'apiVersion: v1\nkind: Component\n'],
    ['prose', 'Some facts: the sky is blue'],
    ['nothing', ''],
  ])('does not take %s for its own', async (_, text) => {
    expect(await factsReader.read(bytes(text), unpaced)).toEqual({
      status: 'not-recognised',
    });
  });

  it('never reads cut JSON, and from cut YAML no other value than the whole has', async () => {
    const names = fc.uniqueArray(fc.constantFrom('a.b', 'a.c', 'd.e', 'd.f'), {
      minLength: 1,
    });
    const values = fc.double({ min: 0, max: 1000, noNaN: true });
    await fc.assert(
      fc.asyncProperty(
        fc.dictionary(
          names.map(([name]) => name),
          values,
          { minKeys: 1 },
        ),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        async (facts, at) => {
          const cut = (text: string) =>
            factsReader.read(
              bytes(text.slice(0, Math.floor(at * text.length))),
              unpaced,
            );
          expect((await cut(JSON.stringify({ facts }))).status).not.toBe('ok');

          const yaml = Object.entries(facts).map(([k, v]) => `  ${k}: ${v}\n`);
          const result = await cut(`facts:\n${yaml.join('')}`);
          if (result.status !== 'ok') return;
          for (const { name, value } of result.facts) {
            expect(value).toBe(Number(String(facts[name])));
          }
        },
      ),
    );
  });
});
