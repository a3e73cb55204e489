import { PortalError } from './PortalError';
import { parseDuration } from './parseDuration';
import { readRetryAfter } from './readRetryAfter';
import { retryDelay } from './retryDelay';
import { withRetries } from './withRetries';

describe('parseDuration', () => {
  it.each([
    ['0', 0],
    ['0s', 0],
    ['250ms', 250],
    ['90s', 90_000],
    ['5m', 300_000],
    ['1h', 3_600_000],
  ])('reads %s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  it.each(['', '5', '-1s', '1.5m', '2h', '61m', 's', '1 m', 'Infinity'])(
    'refuses %p',
    text => {
      expect(() => parseDuration(text)).toThrow('such as 90s');
    },
  );
});

describe('readRetryAfter', () => {
  const now = new Date('2026-03-01T10:00:00Z');
  it.each([
    [null, undefined],
    ['7', 7000],
    ['Sun, 01 Mar 2026 10:00:30 GMT', 30_000],
    ['Sun, 01 Mar 2026 09:00:00 GMT', 0],
    ['soon', undefined],
    ['-1', undefined],
    ['1.5', undefined],
  ])('reads %p as %p', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected);
  });
});

describe('retryDelay', () => {
  it.each([
    [1, 0, undefined, 250],
    [1, 1, undefined, 500],
    [3, 1, undefined, 2000],
    [60, 1, undefined, 15_000],
    [1, 0, 4000, 4000],
    [9, 1, 4000, 15_000],
  ])('after %i tries at %d, asked for %p', (tries, random, asked, expected) => {
    expect(retryDelay({ tries, random, asked })).toBe(expected);
  });
});

describe('withRetries', () => {
  const away = (retryAfter?: number) =>
    new PortalError('Away.', { reason: 'the portal answered 503', retryAfter });

  /** Time passes only by sleeping. */
  function clock(retryFor: number) {
    let time = 0;
    const said: string[] = [];
    return {
      said,
      policy: {
        retryFor,
        now: () => new Date(time),
        random: () => 1,
        sleep: async (milliseconds: number) => {
          time += milliseconds;
        },
        notify: (message: string) => said.push(message),
      },
    };
  }

  it('tries again until it succeeds, and says each time for how long it waits', async () => {
    const attempt = jest
      .fn<Promise<string>, []>()
      .mockRejectedValueOnce(away())
      .mockRejectedValueOnce(away(3000))
      .mockResolvedValueOnce('done');
    const { policy, said } = clock(60_000);
    expect(await withRetries(attempt, policy)).toBe('done');
    expect(said).toEqual([
      'the portal answered 503; trying again in 0.5 s (try 2, for 60 s at most).',
      'the portal answered 503; trying again in 3 s (try 3, for 60 s at most).',
    ]);
  });

  it('ends when a wait would go over the time', async () => {
    const attempt = jest.fn(async () => {
      throw away();
    });
    const { policy, said } = clock(4000);
    // Waits of 0.5, 1 and 2 seconds; the next would be 4.
    await expect(withRetries(attempt, policy)).rejects.toThrow(
      'Away. Tried 4 times in 3.5 s.',
    );
    expect(said).toHaveLength(3);
  });

  it('does not wait where the portal asks for more than there is', async () => {
    const attempt = jest.fn(async () => {
      throw away(120_000);
    });
    const { policy, said } = clock(60_000);
    await expect(withRetries(attempt, policy)).rejects.toThrow(/^Away\.$/);
    expect(attempt).toHaveBeenCalledTimes(1);
    expect(said).toEqual([]);
  });

  it.each([
    ['a refusal', new PortalError('No.')],
    ['any other error', new TypeError('No.')],
  ])('does not repeat %s', async (_, error) => {
    const attempt = jest.fn(async () => {
      throw error;
    });
    await expect(withRetries(attempt, clock(60_000).policy)).rejects.toBe(
      error,
    );
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});
