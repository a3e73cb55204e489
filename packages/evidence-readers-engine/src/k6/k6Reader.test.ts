import fc from 'fast-check';
import { unpaced } from '../reader/unpaced';
import { bytes } from '../testUtils/bytes';
import { factsOf } from '../testUtils/factsOf';
import { realFiles } from '../testUtils/realFiles';
import { k6Reader } from './k6Reader';

const FLAT = {
  root_group: { name: '', checks: {}, groups: {} },
  metrics: {
    iterations: { count: 10, rate: 1 },
    http_reqs: { count: 20, rate: 2 },
    http_req_duration: {
      'p(95)': 420.5,
      thresholds: { 'p(95)<500': false, 'p(95)<400': true },
    },
    'http_req_duration{expected_response:true}': {
      'p(95)': 400,
      thresholds: { 'p(95)<100': true },
    },
    http_req_failed: { passes: 1, fails: 19, value: 0.05 },
    checks: { passes: 3, fails: 1, value: 0.75 },
  },
};

const DATA = {
  root_group: { name: '' },
  state: { testRunDurationMs: 1000 },
  metrics: {
    iterations: { type: 'counter', values: { count: 10, rate: 1 } },
    http_req_duration: {
      type: 'trend',
      values: { 'p(95)': 420.5 },
      thresholds: { 'p(95)<500': { ok: true } },
    },
    checks: { type: 'rate', values: { rate: 0.75 } },
  },
};

function read(summary: unknown) {
  return k6Reader.read(bytes(JSON.stringify(summary)), unpaced);
}

describe('k6Reader', () => {
  it('reads what --summary-export writes, where true means crossed', async () => {
    expect(await factsOf(k6Reader, JSON.stringify(FLAT))).toEqual({
      'load.passed': false,
      'load.thresholds_crossed': 2,
      'load.requests': 20,
      'load.iterations': 10,
      'load.http_req_duration.p95': 420.5,
      'load.http_req_failed.rate': 0.05,
      'load.checks.rate': 0.75,
    });
  });

  it('reads the data of handleSummary, where ok means not crossed', async () => {
    expect(await read(DATA)).toEqual({
      status: 'ok',
      facts: [
        { name: 'load.passed', type: 'boolean', value: true },
        {
          name: 'load.thresholds_crossed',
          type: 'number',
          value: 0,
          unit: 'count',
        },
        { name: 'load.iterations', type: 'number', value: 10, unit: 'count' },
        {
          name: 'load.http_req_duration.p95',
          type: 'number',
          value: 420.5,
          unit: 'ms',
        },
        {
          name: 'load.checks.rate',
          type: 'number',
          value: 0.75,
          unit: 'ratio',
        },
      ],
    });
  });

  it('says nothing about passing where the run had no thresholds', async () => {
    const facts = await factsOf(
      k6Reader,
      JSON.stringify({ metrics: { http_reqs: { count: 5, rate: 1 } } }),
    );
    expect(facts).toEqual({ 'load.requests': 5 });
  });

  it.each([
    [
      'a run of nothing',
      {
        iterations: { count: 0 },
        vus: { value: 1, thresholds: { 'value>0': false } },
      },
      'metrics.iterations.count',
    ],
    [
      'a negative count',
      { http_reqs: { count: -1 } },
      'metrics.http_reqs.count',
    ],
    [
      'more metrics than can be',
      Object.fromEntries(
        Array.from({ length: 5_001 }, (_, i) => [`m${i}`, {}]),
      ),
      'metrics',
    ],
    ['a count as text', { http_reqs: { count: '9' } }, 'metrics.http_reqs'],
    [
      'a rate above 1',
      { http_reqs: { count: 1 }, checks: { value: 1.5 } },
      'metrics.checks.value',
    ],
    ['a metric that is none', { http_reqs: 7 }, 'metrics.http_reqs'],
    [
      'a threshold of another shape',
      { http_reqs: { count: 1, thresholds: { a: 'ok' } } },
      'metrics.http_reqs.thresholds',
    ],
    [
      'thresholds that are a list',
      { http_reqs: { count: 1, thresholds: [] as unknown } },
      'metrics.http_reqs.thresholds',
    ],
    [
      'both shapes in one',
      { vus: { values: { value: 1 } }, http_reqs: { count: 1 } },
      'metrics.http_reqs.values',
    ],
    [
      'a bare boolean among { ok }',
      { http_reqs: { values: { count: 1 }, thresholds: { a: false } } },
      'metrics.http_reqs.thresholds',
    ],
  ])('refuses %s', async (_, metrics, field) => {
    expect(await read({ root_group: {}, metrics })).toMatchObject({
      status: 'invalid',
      field: expect.stringContaining(field),
    });
  });

  it('refuses a number too large to be one', async () => {
    const text = '{"metrics":{"http_reqs":{"count":1e999}}}';
    expect(await k6Reader.read(bytes(text), unpaced)).toMatchObject({
      status: 'invalid',
      field: 'metrics.http_reqs.count',
    });
  });

  it('refuses more than a summary can be, without parsing it', async () => {
    const text = `{"root_group":${'['.repeat(9_000_000)}`;
    expect(await k6Reader.read(bytes(text), unpaced)).toMatchObject({
      status: 'invalid',
      message: expect.stringContaining('not the samples'),
    });
  });

  it.each([
    ['other JSON', '{"metrics": {"memory": {}}}'],
    ['a list', '[]'],
    ['broken JSON of something else', '{"bomFormat": "Cyclo'],
    ['a lot of other JSON', `{"a":"${'x'.repeat(9_000_000)}"}`],
    ['nothing', ''],
  ])('does not take %s for its own', async (_, text) => {
    expect(await k6Reader.read(bytes(text), unpaced)).toEqual({
      status: 'not-recognised',
    });
  });

  it('never reads a cut file, and says so where it can tell', async () => {
    for (const summary of [FLAT, DATA]) {
      const text = JSON.stringify(summary, null, 2);
      const firstKey = text.indexOf(':');
      await fc.assert(
        fc.asyncProperty(fc.nat({ max: text.length - 1 }), async length => {
          const { status } = await k6Reader.read(
            bytes(text.slice(0, length)),
            unpaced,
          );
          expect(status).toBe(length > firstKey ? 'invalid' : 'not-recognised');
        }),
      );
    }
  });
});

describe('k6Reader on real files', () => {
  const files = realFiles('k6');
  if (!files) {
    it('needs CONDUCTOR_TEST_DATA, which is not set: nothing checked', () => {
      expect(process.env.CONDUCTOR_TEST_DATA).toBeFalsy();
    });
    return;
  }

  it.each(files)('agrees with an independent count of $name', async file => {
    const expected = file.expected as Record<string, number> & {
      thresholdsCrossed: unknown;
    };
    const { checksPassed, checksFailed, p95, httpReqFailedRate } = expected;
    const crossed = (expected.thresholdsCrossed as unknown[]).length;
    const facts = await factsOf(k6Reader, file.content);
    expect(facts).toMatchObject({
      'load.checks.rate': checksPassed / (checksPassed + checksFailed),
      'load.iterations': expected.iterations,
      ...(p95 !== null && { 'load.http_req_duration.p95': p95 }),
      ...(expected.thresholds > 0 && {
        'load.passed': crossed === 0,
        'load.thresholds_crossed': crossed,
      }),
    });
    expect(facts['load.http_req_failed.rate'] ?? null).toBe(httpReqFailedRate);
    expect('load.passed' in facts).toBe(expected.thresholds > 0);
  });
});
