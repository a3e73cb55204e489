import { keepToppedUp } from './keepToppedUp.mjs';

const HOUR = 60 * 60 * 1000;
const START = new Date('2026-03-31T12:30:00Z');

/** Lets the clock run through `sleeps`, each in hours, and tells when it topped up and what went wrong. */
async function run(
  sleeps: number[],
  topUp: (now: Date) => void = () => {},
): Promise<{ toppedUp: string[]; failures: string[] }> {
  const toppedUp: string[] = [];
  const failures: string[] = [];
  let now = START.getTime();
  const over = new Error('the test is over');
  const keeping = keepToppedUp({
    clock: () => new Date(now),
    sleep: async ms => {
      expect(ms).toBe(HOUR);
      const hours = sleeps.shift();
      if (hours === undefined) throw over;
      now += hours * HOUR;
    },
    topUp: async time => {
      topUp(time);
      toppedUp.push(time.toISOString().slice(0, 16));
    },
    onFailure: error => failures.push(error.message),
    last: START,
  });
  await expect(keeping).rejects.toBe(over);
  return { toppedUp, failures };
}

describe('keepToppedUp', () => {
  it('tops up once in each half of a day that begins', async () => {
    const { toppedUp } = await run(Array(36).fill(1));
    expect(toppedUp).toEqual([
      '2026-04-01T00:30',
      '2026-04-01T12:30',
      '2026-04-02T00:30',
    ]);
  });

  it('tops up once after a machine slept for a week', async () => {
    const { toppedUp } = await run([1, 7 * 24, 1, 1]);
    expect(toppedUp).toEqual(['2026-04-07T13:30']);
  });

  it('tries again an hour later what failed, and says why', async () => {
    let left = 2;
    const { toppedUp, failures } = await run(Array(20).fill(1), () => {
      if (left-- > 0) throw new Error('the portal is away');
    });
    expect(failures).toEqual(['the portal is away', 'the portal is away']);
    expect(toppedUp).toEqual(['2026-04-01T02:30']);
  });
});
