import { SampleRequest } from '@maestro-conductor/plugin-slo-node';
import { HttpDouble, json, matrix, Reply } from '../__testUtils__/HttpDouble';
import { metric, ratio } from '../__testUtils__/ratio';
import { serverAt } from '../__testUtils__/server';
import { PrometheusServer } from '../client/types';
import { PrometheusSource } from './PrometheusSource';

const NOW = 29_900_000;
const RATIO = ratio({ good: 'sum(good_total)', total: 'sum(all_total)' });

let double: HttpDouble;
let source: PrometheusSource;

beforeEach(async () => {
  double = await HttpDouble.start(matrix());
});

afterEach(async () => {
  source?.close();
  await double.stop();
});

function start(more: Partial<PrometheusServer> = {}) {
  source = new PrometheusSource(
    [serverAt(double.url, more)],
    () => NOW * 60_000,
  );
}

function request(more: Partial<SampleRequest> = {}): SampleRequest {
  return { id: 'a', indicator: RATIO, from: NOW - 10, to: NOW - 5, ...more };
}

async function read(
  requests: SampleRequest[] = [request()],
  signal = new AbortController().signal,
) {
  return source.read(requests, { signal });
}

const problem = (words: string) => ({
  problem: expect.stringMatching(`^Prometheus main: .*${words}`),
});

describe('a server that does not do what it should', () => {
  it.each<[string, Reply, string]>([
    ['is not there', json(404, {}), 'it answered with 404'],
    ['refuses us', json(401, { error: 'who?' }), 'with 401: check slo'],
    [
      'fails',
      json(500, { status: 'error', error: 'disk\n full' }),
      '500: disk full',
    ],
    [
      'is overloaded',
      json(503, { error: 'query timed out' }),
      'query timed out',
    ],
    [
      'cannot work it out',
      json(422, { error: 'many-to-many' }),
      'refuses the query: many-to-many',
    ],
    [
      'sends us elsewhere',
      (_, response) =>
        void response.writeHead(302, { location: 'http://example.org/' }).end(),
      '302',
    ],
    ['is none', (_, response) => void response.end('<html>'), 'no JSON'],
    [
      'knows a part',
      json(200, {
        status: 'success',
        warnings: ['store x is away'],
        data: { resultType: 'matrix', result: [] },
      }),
      'only in part: store x is away',
    ],
    [
      'gives a number',
      json(200, {
        status: 'success',
        data: { resultType: 'scalar', result: [1, '2'] },
      }),
      'gives a scalar',
    ],
    [
      'breaks off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '1000' });
        response.write('{"status":"succ');
        setTimeout(() => response.destroy(), 20);
      },
      'broke off|cannot be reached',
    ],
  ])('that %s is a problem in one sentence', async (_, reply, words) => {
    double.reply = reply;
    start();
    expect((await read()).get('a')).toEqual(problem(words));
  });

  it('is asked no more once it cannot be reached, and again in the next reading', async () => {
    start({ concurrency: 1 });
    double.reply = json(500, {});
    const requests = Array.from({ length: 20 }, (_, i) =>
      request({
        id: `o${i}`,
        indicator: ratio({ good: `sum(g${i})`, total: `sum(t${i})` }),
      }),
    );
    const answers = await read(requests);
    expect(answers.size).toBe(20);
    expect(double.received).toHaveLength(1);
    double.reply = matrix();
    expect((await read()).get('a')).toEqual({
      samples: [],
      readUntil: NOW - 5,
    });
  });

  it('that is slow costs a few time-outs, not one for each query', async () => {
    start({ timeout: 50, concurrency: 1 });
    double.reply = () => {};
    const requests = Array.from({ length: 20 }, (_, i) =>
      request({
        id: `o${i}`,
        indicator: {
          kind: 'raw-ratio',
          raw: metric(`r${i}`),
          rawType: 'success',
        },
      }),
    );
    const answers = await read(requests);
    expect([...answers.values()]).toEqual(
      requests.map(() => problem('did not answer within 0.05 s')),
    );
    expect(double.received).toHaveLength(3);
  });

  it('is away: says so', async () => {
    start();
    await double.stop();
    expect((await read()).get('a')).toEqual(
      problem('cannot be reached .ECONNREFUSED.'),
    );
    double = await HttpDouble.start(matrix());
  });

  it('that says too much is not listened to for long', async () => {
    start();
    let megabytes = 0;
    double.reply = (_, response) => {
      const more = () => {
        megabytes += 1;
        if (!response.destroyed && megabytes < 1_000) {
          response.write('x'.repeat(1_000_000), more);
        }
      };
      more();
    };
    expect((await read()).get('a')).toEqual(
      problem('its answer exceeds 50 MB'),
    );
    expect(megabytes).toBeLessThan(200);
  });

  it('gives up when nobody waits any more', async () => {
    start();
    const caller = new AbortController();
    double.reply = () => caller.abort();
    expect(await read([request()], caller.signal)).toEqual(new Map());
  });
});

describe('what is sent', () => {
  it('is a form with the headers of the server, each query once', async () => {
    start({
      headers: { authorization: 'Bearer s3cret', 'x-scope-orgid': 'one' },
    });
    const requests = ['a', 'b', 'c'].map(id => request({ id }));
    await read(requests);
    expect(
      double.received.map(({ path, form }) => [path, form.get('query')]).sort(),
    ).toEqual([
      ['/api/v1/query', 'all_total[10m]'],
      ['/api/v1/query', 'good_total[10m]'],
    ]);
    expect(double.received[0].headers).toMatchObject({
      authorization: 'Bearer s3cret',
      'x-scope-orgid': 'one',
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(double.received[0].form.get('time')).toBe(String((NOW - 5) * 60));
    await read(requests);
    expect(double.received).toHaveLength(2);
  });

  it('has never more than 11,000 points, and no minute twice', async () => {
    start();
    double.reply = ({ form }, response) => {
      const values: [number, string][] = [];
      for (
        let at = Number(form.get('start'));
        at <= Number(form.get('end'));
        at += 60
      ) {
        values.push([at, '1']);
      }
      if (values.length > 11_000)
        json(400, { error: 'exceeded maximum resolution' })(null!, response);
      else matrix({ metric: {}, values })(null!, response);
    };
    const from = NOW - 25_000;
    const answer = (
      await read([
        request({
          indicator: {
            kind: 'raw-ratio',
            raw: metric('1 - a / b'),
            rawType: 'success',
          },
          from,
        }),
      ])
    ).get('a');
    expect(double.received).toHaveLength(3);
    expect(answer).toEqual({
      samples: Array.from({ length: 24_995 }, (_, i) => ({
        minute: from + i,
        good: 1,
        total: 1,
      })),
      readUntil: NOW - 5,
    });
  });

  it('asks for shorter ranges where there are too many samples', async () => {
    start();
    double.reply = ({ form }, response) => {
      const minutes = Number(/\[(\d+)m\]/.exec(form.get('query')!)![1]);
      const end = Number(form.get('time'));
      if (minutes > 100) {
        json(422, {
          error: 'query processing would load too many samples into memory',
        })(null!, response);
        return;
      }
      const values = Array.from(
        { length: minutes },
        (_, i): [number, string] => {
          const at = end - (minutes - 1 - i) * 60 - 30;
          return [at, String(Math.floor(at / 60) - NOW + 10_000)];
        },
      );
      matrix({ metric: { a: '1' }, values })(null!, response);
    };
    const answer = (await read([request({ from: NOW - 1_000 })])).get('a');
    expect(answer).toEqual({
      samples: Array.from({ length: 995 }, (_, i) => ({
        minute: NOW - 1_000 + i,
        good: 1,
        total: 1,
      })),
      readUntil: NOW - 5,
    });
  });

  it('is nothing for minutes of which samples may still come', async () => {
    start({ delay: 120_000 });
    expect(
      (await read([request({ from: NOW - 2, to: NOW })])).get('a'),
    ).toEqual({
      samples: [],
      readUntil: NOW - 2,
    });
    expect(double.received).toEqual([]);
  });
});

describe('check', () => {
  it('shows the queries as they are written', () => {
    start();
    expect(source.check(RATIO)).toEqual({
      queries: [
        { role: 'good', source: 'prometheus', text: 'sum(good_total)' },
        { role: 'total', source: 'prometheus', text: 'sum(all_total)' },
      ],
    });
  });

  it('names all that is wrong, and reads nothing of it', async () => {
    start();
    const indicator = ratio({ good: 'sum(', total: '' });
    const checked = source.check(indicator);
    expect(checked).toEqual({
      problems: [
        {
          field: 'ratioMetric.good.metricSource.spec.query',
          message: expect.stringContaining('column 5'),
        },
        {
          field: 'ratioMetric.total.metricSource.spec.query',
          message: 'the query is empty',
        },
      ],
    });
    expect((await read([request({ indicator })])).get('a')).toEqual({
      problem: expect.stringContaining(
        'ratioMetric.good.metricSource.spec.query: PromQL cannot be read',
      ),
    });
    expect(double.received).toEqual([]);
  });

  it('asks no address that a document chose', async () => {
    start();
    const good = metric('a', {
      dataSource: 'main',
      connection: { url: 'http://169.254.169.254/' },
    });
    const checked = source.check({
      ...RATIO,
      good,
      total: good,
    } as typeof RATIO);
    expect(checked).toEqual({
      problems: expect.arrayContaining([
        {
          field: 'ratioMetric.good.metricSource.metricSourceRef',
          message: expect.stringContaining('not configured'),
        },
      ]),
    });
  });
});
