import { keepCounting } from './keepCounting.mjs';

const MINUTE = 60_000;

/** Runs the loop on a clock of its own until so many counts were tried. */
async function run(count: (now: Date) => Promise<void>, times: number) {
  let now = Date.parse('2026-03-01T12:00:20Z');
  let left = times;
  const failures: string[] = [];
  const loop = keepCounting({
    clock: () => new Date(now),
    sleep: async (ms: number) => {
      if (left === 0) throw new Error('over');
      left -= 1;
      now += ms;
    },
    count,
    onFailure: ({ message }: Error) => failures.push(message),
  });
  await expect(loop).rejects.toThrow('over');
  return failures;
}

describe('keepCounting', () => {
  it('counts once a minute, shortly after it has ended', async () => {
    const times: number[] = [];
    await run(async now => {
      times.push(now.getTime());
    }, 3);
    expect(times.map(time => time % MINUTE)).toEqual([2000, 2000, 2000]);
    expect(times[0]).toBe(Date.parse('2026-03-01T12:01:02Z'));
    expect(times.map(time => time - times[0])).toEqual([0, MINUTE, 2 * MINUTE]);
  });

  it('goes on after failures, and tells only the first of them', async () => {
    let tries = 0;
    const failures = await run(async () => {
      tries += 1;
      if ([2, 3, 5].includes(tries)) throw new Error(`try ${tries}`);
    }, 6);
    expect(tries).toBe(6);
    expect(failures).toEqual(['try 2', 'try 5']);
  });
});
