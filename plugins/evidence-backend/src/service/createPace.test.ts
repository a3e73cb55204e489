import { setImmediate as nextTurn } from 'node:timers/promises';
import { createPace } from './createPace';

describe('createPace', () => {
  /** A clock that each portion of work moves on. */
  function start() {
    const clock = { now: 0 };
    const pace = createPace(() => clock.now);
    const log: string[] = [];
    async function work(name: string, portions: number, each: number) {
      for (let portion = 0; portion < portions; portion += 1) {
        clock.now += each;
        log.push(name);
        await pace();
      }
    }
    /** Notes when the event loop had its turn. */
    async function turns(count: number) {
      for (let turn = 0; turn < count; turn += 1) {
        await nextTurn();
        log.push('|');
      }
    }
    return { log, work, turns };
  }

  it('goes on until 10 ms are used, then lets the event loop have its turn', async () => {
    const { log, work, turns } = start();
    await Promise.all([work('a', 5, 5), turns(3)]);
    expect(log.join('')).toBe('aa|aa|a|');
  });

  it('lets one at a time work in a turn, whoever waited longest first', async () => {
    const { log, work, turns } = start();
    await Promise.all([
      work('a', 3, 10),
      work('b', 3, 10),
      work('c', 3, 10),
      turns(8),
    ]);
    // All begin in the turn they come in.
    expect(log.join('')).toBe('abca|b|c|a|b|c|||');
  });

  it('ends for all who wait', async () => {
    const { log, work } = start();
    const names = Array.from({ length: 50 }, (_, index) => `${index}`);
    await Promise.all(names.map(name => work(name, 4, 7)));
    expect(log).toHaveLength(200);
  });
});
