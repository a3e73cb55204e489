import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PortalDouble } from './__testUtils__/PortalDouble';
import { runBin } from './__testUtils__/runBin';

const gate = ['gate', '--entity', 'gateway', '--env', 'production', '--json'];
const decision = { decision: 'pass', threshold: 0.9 };
let portal: PortalDouble;

beforeEach(async () => {
  portal = await PortalDouble.start();
});

afterEach(() => portal.stop());

/** Answers in this order; the last one for good. `reset` breaks the connection off. */
function answers(...list: Array<Awaited<ReturnType<typeof next>> | 'reset'>) {
  portal.answer = async () => {
    const answer = list.length > 1 ? list.shift()! : list[0];
    return answer === 'reset' ? { reset: true } : answer;
  };
}
async function next(status: number, body: object, retryAfter?: string) {
  const headers = retryAfter ? { 'retry-after': retryAfter } : undefined;
  return { status, body, headers };
}

describe('while the portal is away', () => {
  it.each([429, 502, 503, 504])('asks again after %i', async status => {
    answers(await next(status, {}), await next(200, decision));
    const result = await runBin([...gate, '--url', portal.url]);
    expect(result).toMatchObject({ code: 0 });
    expect(JSON.parse(result.stdout)).toEqual(decision);
    expect(result.stderr).toMatch(
      new RegExp(`^conductor: the portal answered ${status}; trying again in`),
    );
    expect(portal.received).toHaveLength(2);
  });

  it('sends an upload again as it was, after the connection broke off too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'conductor-retry-'));
    const file = join(folder, 'lcov.info');
    await writeFile(file, 'SF:a\nDA:1,1\nend_of_record\n');
    const items = [{ index: 0, status: 'existing', facts: 1 }];
    answers('reset', await next(503, {}, '1'), await next(200, { items }));
    const result = await runBin([
      ...['evidence', 'push', file, '--entity', 'gateway'],
      ...['--env', 'production', '--url', portal.url],
    ]);
    expect(result.code).toBe(0);
    expect(result.stderr.trim().split('\n')).toEqual([
      expect.stringMatching(
        /cannot be reached \((ECONNRESET|UND_ERR_SOCKET)\)/,
      ),
      expect.stringContaining('answered 503; trying again in 1 s'),
    ]);
    const sent = portal.received.map(({ body }) =>
      body.toString().replace(/formdata-undici-\d+/g, 'boundary'),
    );
    expect(sent).toHaveLength(3);
    expect(new Set(sent).size).toBe(1);
    await rm(folder, { recursive: true });
  });

  it('waits for one that is started meanwhile', async () => {
    const { port } = new URL(portal.url);
    await portal.stop();
    const server = createServer((_, res) => res.end(JSON.stringify(decision)));
    const startOnce = () =>
      server.listening || server.listen(Number(port), '127.0.0.1');
    const result = await runBin(
      [...gate, '--url', `http://127.0.0.1:${port}`],
      {},
      startOnce,
    );
    server.closeAllConnections();
    server.close();
    portal = await PortalDouble.start();
    expect(result.stderr).toMatch(
      /^conductor: the portal cannot be reached \(ECONNREFUSED\); trying again in/,
    );
    expect(JSON.parse(result.stdout)).toEqual(decision);
  });

  it('gives up when the time is over, with exit code 2', async () => {
    answers(await next(503, { error: { message: 'the database is away' } }));
    const result = await runBin([
      ...[...gate, '--url', portal.url],
      ...['--retry-for', '1s'],
    ]);
    expect(result.code).toBe(2);
    const { message } = JSON.parse(result.stdout).error;
    expect(message).toMatch(
      /refused \(503\): the database is away Tried \d times in [\d.]+ s\.$/,
    );
    expect(portal.received.length).toBeGreaterThan(1);
  });

  it.each([
    ['--retry-for 0', 503, ['--retry-for', '0']],
    ['a fault of the portal', 500, []],
    ['a refusal', 403, []],
  ])('asks once with %s', async (_, status, more) => {
    answers(await next(status, {}));
    const result = await runBin([...gate, '--url', portal.url, ...more]);
    expect(result.code).toBe(2);
    expect(portal.received).toHaveLength(1);
  });
});
