import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { Server, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';

interface Item {
  file: string;
  entity: string;
  kind: string;
  run: string;
  observedAt: string;
}

interface Series {
  entityRef: string;
  slo: string;
  samples: { time: string; minutes: number; good: number; total: number }[];
}

const DAY = 24 * 60 * 60 * 1000;
const TOKEN = 'token-of-this-test';
let folder: string;
let server: Server;
let url: string;
let kept: Set<string>;
let pushes: Item[][];
let readyAfter: number;
let unknownFor: number;
let counted: Series[][];
let unreadFor: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sample-data-'));
  kept = new Set();
  pushes = [];
  readyAfter = 0;
  unknownFor = 0;
  counted = [];
  unreadFor = 0;
  server = createServer(async (req, res) => {
    if (req.url === '/.backstage/health/v1/readiness') {
      res.writeHead(readyAfter-- > 0 ? 503 : 200).end('{}');
      return;
    }
    if (req.headers.authorization !== `Bearer ${TOKEN}`) {
      res.writeHead(403).end('{"error":{"message":"no producer"}}');
      return;
    }
    if (req.url === '/api/slo/v1/samples') {
      const { items } = JSON.parse(await text(req));
      counted.push(items);
      const unknown = unreadFor-- > 0;
      const answer = items.map((_: unknown, index: number) =>
        unknown
          ? { index, status: 'rejected', error: { code: 'UnknownObjective' } }
          : { index, status: 'accepted' },
      );
      res.end(JSON.stringify({ items: answer }));
      return;
    }
    const form = await new Response(new Uint8Array(await buffer(req)), {
      headers: { 'content-type': req.headers['content-type']! },
    }).formData();
    const manifest: Item[] = JSON.parse(form.get('manifest') as string);
    pushes.push(manifest);
    const unknown = unknownFor-- > 0;
    const items = manifest.map((item, index) => {
      if (!(form.get(item.file) instanceof Blob)) {
        return { index, status: 'rejected', error: { code: 'MissingFile' } };
      }
      if (unknown) {
        return { index, status: 'rejected', error: { code: 'UnknownEntity' } };
      }
      const key = JSON.stringify({
        ...item,
        file: form.get(item.file)?.toString(),
      });
      const status = kept.has(key) ? 'existing' : 'created';
      kept.add(key);
      return { index, status };
    });
    res.end(JSON.stringify({ items }));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});

afterEach(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

function start(token = TOKEN, ...options: string[]) {
  return spawn(
    process.execPath,
    [
      join(__dirname, 'load.mjs'),
      ...['--url', url, '--data', join(folder, 'data'), '--wait', '20'],
      ...['--artifacts', join(folder, 'artifacts'), ...options],
    ],
    { env: { PATH: process.env.PATH, CONDUCTOR_TOKEN: token } },
  );
}

async function load(token = TOKEN) {
  const child = start(token);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { stdout, stderr, code };
}

/** What the portal's folder holds so many days after the first load. */
function firstLoadWas(daysAgo: number) {
  const data = join(folder, 'data');
  mkdirSync(data, { recursive: true });
  const anchor = new Date(Date.now() - daysAgo * DAY).toISOString();
  writeFileSync(join(data, 'sample-data.json'), JSON.stringify({ anchor }));
}

describe('load', () => {
  it('waits for portal and catalog, pushes the newest first, and the same again the next time', async () => {
    readyAfter = 1;
    unknownFor = 1;
    const first = await load();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(
      /loaded in \d+ s: \d+ pushed, 0 there already, 0 refused\n/,
    );

    expect(pushes[1]).toEqual(pushes[0]);
    expect(new Set(pushes[1].map(item => item.entity)).size).toBe(7);
    const times = pushes.slice(2).flatMap(push => push.map(i => i.observedAt));
    expect(times).toEqual([...times].sort().reverse());

    const second = await load();
    expect(second.stdout).toContain(
      `: 0 pushed, ${kept.size} there already, 0 refused`,
    );
  }, 30_000);

  it('adds the month since after a month of standing still', async () => {
    firstLoadWas(0);
    await load();
    const atFirst = new Set(kept);
    firstLoadWas(30);
    kept.clear();
    pushes = [];
    await load();
    expect(kept.size).toBeGreaterThan(atFirst.size + 7 * 30);
    const newest = pushes
      .flat()
      .reduce((a, b) => (a.observedAt > b.observedAt ? a : b));
    expect(Date.now() - Date.parse(newest.observedAt)).toBeLessThan(DAY);

    const again = await load();
    expect(again.stdout).toContain(`: 0 pushed, ${kept.size} there already`);
  }, 30_000);

  it('stays where it is told to, to top up', async () => {
    const child = start(TOKEN, '--stay');
    let said = '';
    while (!/loaded in \d+ s: \d+ pushed/.test(said)) {
      const [line] = await once(child.stdout, 'data');
      said += line;
    }
    expect(child.exitCode).toBeNull();
    child.kill();
    const [, signal] = await once(child, 'close');
    expect(signal).toBe('SIGTERM');
  }, 30_000);

  it('pushes the reports of this project where there are any', async () => {
    mkdirSync(join(folder, 'artifacts/coverage'), { recursive: true });
    writeFileSync(join(folder, 'artifacts/coverage/lcov.info'), 'TN:\n');
    writeFileSync(
      join(folder, 'artifacts/unit-tests.junit.xml'),
      '<testsuites/>',
    );
    writeFileSync(join(folder, 'artifacts/summary.txt'), 'no report');
    await load();
    const own = pushes
      .flat()
      .filter(item => item.entity === 'component:default/maestro-conductor');
    expect(own.map(item => item.kind)).toEqual(['coverage', 'tests']);
  }, 30_000);

  it('pushes a month of counts, the newest day first, and then what came since', async () => {
    unreadFor = 1;
    const first = await load();
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toMatch(/sample counts of 30\.0 days pushed in \d+ s/);
    expect(counted[1]).toEqual(counted[0]);
    expect(counted.length).toBeLessThanOrEqual(33);
    const days = counted.map(([{ samples }]) => samples[0].time);
    expect(days).toEqual([...days].sort().reverse());

    const reads = counted
      .slice(1)
      .flat()
      .filter(({ slo }) => slo === 'gateway-reads-fast')
      .flatMap(({ samples }) => samples);
    const minutes = reads.reduce((sum, sample) => sum + sample.minutes, 0);
    expect(minutes).toBe(30 * 1440);
    expect(new Set(reads.map(({ time }) => time)).size).toBe(reads.length);
    for (const { good, total } of reads) {
      expect(Number.isInteger(good) && Number.isInteger(total)).toBe(true);
      expect(good).toBeLessThanOrEqual(total);
    }

    counted = [];
    const again = await load();
    expect(again.stdout).toContain('sample counts of 0.0 days');
    const few = counted.flat().flatMap(({ samples }) => samples);
    expect(few.length).toBeLessThan(100);
    for (const { minutes: length } of [...few, ...reads]) {
      expect(length).toBeGreaterThanOrEqual(1);
    }
  }, 30_000);

  it('leaves counts that are refused to the next time, and goes on with the evidence', async () => {
    server.prependListener('request', req => {
      if (req.url === '/api/slo/v1/samples') req.headers.authorization = '';
    });
    const result = await load();
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('counts were not pushed');
    expect(result.stdout).toMatch(/sample evidence loaded/);
    server.removeAllListeners('request');
  }, 30_000);

  it('says what the portal said when it refuses the token, and not the token', async () => {
    const result = await load('another-token');
    expect(result.code).toBe(1);
    expect(result.stderr).toContain(
      '(403): {"error":{"message":"no producer"}}',
    );
    expect(result.stderr).not.toContain('another-token');
  });
});
