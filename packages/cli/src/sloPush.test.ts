import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalDouble } from './__testUtils__/PortalDouble';
import { runBin } from './__testUtils__/runBin';

let portal: PortalDouble;
let folder: string;

beforeEach(async () => {
  portal = await PortalDouble.start();
  folder = await mkdtemp(join(tmpdir(), 'conductor-samples-'));
});

afterEach(async () => {
  await portal.stop();
  await rm(folder, { recursive: true });
});

const push = (...args: string[]) =>
  runBin(['slo', 'push', ...args], {
    CONDUCTOR_URL: portal.url,
    CONDUCTOR_TOKEN: 'secret-token',
  });

const sent = () =>
  portal.received.map(({ body }) => JSON.parse(body.toString()).items);

async function file(content: unknown): Promise<string> {
  const path = join(folder, 'samples.json');
  await writeFile(
    path,
    typeof content === 'string' ? content : JSON.stringify(content),
  );
  return path;
}

const SERIES = {
  entityRef: 'component:default/gateway',
  slo: 'gateway-available',
  samples: [{ time: '2026-03-01T12:00:00Z', good: 599, total: 600 }],
};
const FLAGS = ['--entity', 'gateway', '--slo', 'api', '--good', '9'];

describe('conductor slo push', () => {
  it('pushes a sample of the minutes that ended last', async () => {
    portal.answer = {
      body: { items: [{ index: 0, status: 'accepted', changed: 5 }] },
    };
    const before = Date.now();
    expect(await push(...FLAGS, '--total', '10', '--minutes', '5')).toEqual({
      code: 0,
      stderr: '',
      stdout: 'accepted  api  gateway  5 minutes changed\n',
    });
    const [{ path, headers }] = portal.received;
    expect(path).toBe('/api/slo/v1/samples');
    expect(headers.authorization).toBe('Bearer secret-token');
    const [[{ samples, ...series }]] = sent();
    expect(series).toEqual({ entityRef: 'gateway', slo: 'api' });
    expect(samples).toMatchObject([{ minutes: 5, good: 9, total: 10 }]);
    const end = Date.parse(samples[0].time) + 5 * 60_000;
    expect(end % 60_000).toBe(0);
    expect(before - end).toBeLessThan(60_000);
    expect(end).toBeLessThanOrEqual(Date.now());
  });

  it('says all that the options say', async () => {
    portal.answer = { body: { items: [{ index: 0, status: 'accepted' }] } };
    const time = '2026-03-01T12:00:00+01:00';
    await push(
      ...[...FLAGS, '--total', '10', '--env', 'staging', '--time', time],
      ...['--objective', 'fast', '--series', 'pod-1', '--counter'],
    );
    expect(sent()).toEqual([
      [
        {
          entityRef: 'gateway',
          environment: 'staging',
          slo: 'api',
          objective: 'fast',
          series: 'pod-1',
          form: 'counter',
          samples: [{ time, minutes: 1, good: 9, total: 10 }],
        },
      ],
    ]);
  });

  it('takes a file with one series, a list or items, and exits with 1 where a part is refused', async () => {
    portal.answer = {
      body: {
        items: [
          { index: 0, status: 'accepted', changed: 1 },
          {
            index: 1,
            status: 'rejected',
            error: {
              code: 'UnknownObjective',
              field: 'slo',
              message: 'slo: there is no \u001b[31msuch',
            },
          },
        ],
      },
    };
    const other = { ...SERIES, slo: 'gateway-x' };
    const result = await push(await file([SERIES, other]));
    expect(result.code).toBe(1);
    expect(result.stdout).toBe(
      'accepted  gateway-available  component:default/gateway  1 minute changed\n' +
        'rejected  gateway-x          component:default/gateway  UnknownObjective: slo: there is no [31msuch\n',
    );
    expect((await push(await file({ items: [SERIES] }))).code).toBe(1);
    await push(await file(SERIES));
    expect(sent()).toEqual([[SERIES, other], [SERIES], [SERIES]]);
  });

  it('pushes in pieces of a hundred, and counts through', async () => {
    portal.answer = async () => ({
      body: {
        items: sent()
          .at(-1)
          .map((_: unknown, index: number) => ({ index, status: 'accepted' })),
      },
    });
    const path = await file(Array.from({ length: 250 }, () => SERIES));
    const { code, stdout } = await push(path, '--json');
    expect(code).toBe(0);
    expect(sent().map(items => items.length)).toEqual([100, 100, 50]);
    const { items } = JSON.parse(stdout);
    expect(items.map(({ index }: { index: number }) => index)).toEqual(
      Array.from({ length: 250 }, (_, index) => index),
    );
  });

  it('tries again while the portal is busy', async () => {
    let asked = 0;
    portal.answer = async () => {
      asked += 1;
      return asked === 1
        ? { status: 503 }
        : { body: { items: [{ index: 0, status: 'accepted', changed: 1 }] } };
    };
    const result = await push(...FLAGS, '--total', '10');
    expect(result.code).toBe(0);
    expect(result.stderr).toContain('the portal answered 503');
    expect(sent()[1]).toEqual(sent()[0]);
  });

  it.each([
    [[...FLAGS], '--total is missing'],
    [[...FLAGS, '--total', '8'], 'more than the total of 8'],
    [[...FLAGS, '--total', '-1'], 'a number from 0 on'],
    [[...FLAGS, '--total', '9', '--minutes', '61'], 'from 1 to 60'],
    [['no-such-file.json'], 'cannot be read (ENOENT)'],
  ])('refuses %j', async (args, message) => {
    const result = await push(...args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(portal.received).toEqual([]);
  });

  it.each([
    ['{', 'is no JSON'],
    ['[]', 'holds no series'],
    ['3', 'holds no series'],
    [[SERIES, { slo: 'x' }], 'place 1 (from 0) has no list of samples'],
  ])('refuses a file of %j', async (content, message) => {
    const result = await push(await file(content));
    expect(result.code).toBe(2);
    expect(result.stderr).toContain(message);
  });

  it('takes either a file or options', async () => {
    const result = await push(await file(SERIES), '--slo', 'api');
    expect(result.code).toBe(2);
    expect(result.stderr).toContain('--slo');
    expect(portal.received).toEqual([]);
  });
});
