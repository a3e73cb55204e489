import { createCatalogWatch } from './scheduleTasks';

describe('createCatalogWatch', () => {
  function watch(changes: number[]) {
    let time = 0;
    let looks = 0;
    const look = createCatalogWatch({
      catalog: {
        synchronize: async () => {
          looks += 1;
          return changes.shift() ?? 0;
        },
      },
      frequency: { seconds: 30 },
      now: () => new Date(time),
    });
    /** Calls it every five seconds up to a moment, and tells how often it looked. */
    return async (untilSeconds: number) => {
      looks = 0;
      for (; time < untilSeconds * 1000; time += 5000) {
        await look();
      }
      return looks;
    };
  }

  it('looks at every call while the catalog may be filling up, then at its frequency', async () => {
    const until = watch([]);
    expect(await until(120)).toBe(24);
    expect(await until(300)).toBe(6);
  });

  it('looks again at once after a look that found something', async () => {
    const until = watch([...Array(24).fill(0), 0, 3, 2, 0]);
    expect(await until(120)).toBe(24);
    // At 120 s nothing, at 150 s three, at 155 s two, at 160 s nothing.
    expect(await until(185)).toBe(4);
  });

  it('tries again at the next call after one that failed', async () => {
    let fails = true;
    const time = Date.now();
    const look = createCatalogWatch({
      catalog: {
        synchronize: async () => {
          if (fails) throw new Error('the catalog is away');
          return 0;
        },
      },
      frequency: { seconds: 30 },
      now: () => new Date(time),
    });
    await expect(look()).rejects.toThrow('the catalog is away');
    fails = false;
    await expect(look()).resolves.toBeUndefined();
  });
});
