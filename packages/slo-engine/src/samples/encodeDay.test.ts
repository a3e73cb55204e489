import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { DayCounts, emptyDay, MINUTES_PER_DAY } from './DayCounts';
import { decodeDay } from './decodeDay';
import { encodeDay } from './encodeDay';

/** A day of which some minutes are seen, in runs. */
const someDay = (count: fc.Arbitrary<{ good: number; total: number }>) =>
  fc
    .array(
      fc.record({
        from: fc.nat(MINUTES_PER_DAY - 1),
        counts: fc.array(count, { maxLength: 90 }),
      }),
      { maxLength: 6 },
    )
    .map(runs => {
      const day = emptyDay();
      for (const { from, counts } of runs) {
        counts.slice(0, MINUTES_PER_DAY - from).forEach((value, index) => {
          day.good[from + index] = value.good;
          day.total[from + index] = value.total;
        });
      }
      return day;
    });

const whole = (max: number) =>
  fc
    .tuple(fc.nat(max), fc.nat(max))
    .map(([a, b]) => ({ good: Math.min(a, b), total: Math.max(a, b) }));
const fractional = fc
  .record({
    total: fc.double({ min: 0, max: 1e15, noNaN: true }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ total, share }) => ({ total, good: total * share }));
const fractionalGood = fc
  .double({ min: 0, max: 1, noNaN: true })
  .map(good => ({ good, total: 1 }));

/** Bit by bit. */
function isKept(day: DayCounts): boolean {
  const { good, total } = decodeDay(encodeDay(day));
  return (
    Buffer.compare(bytesOf(good), bytesOf(day.good)) === 0 &&
    Buffer.compare(bytesOf(total), bytesOf(day.total)) === 0
  );
}

function bytesOf(values: Float64Array): Buffer {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength);
}

describe('encodeDay and decodeDay', () => {
  it.each([
    ['whole counts', whole(5_000)],
    ['huge counts', whole(Number.MAX_SAFE_INTEGER)],
    ['fractions', fractional],
    ['ratios', fractionalGood],
    ['a mixture', fc.oneof(whole(100), fractional, fractionalGood)],
  ])('gives back %s, and what is missing, bit by bit', (_, count) => {
    const kept = fc.property(someDay(count), isKept);
    expect(fc.check(kept, { numRuns: 60 })).toMatchObject({ failed: false });
  });

  it('gives back a day of which nothing was seen, and one of zeros', () => {
    expect(isKept(emptyDay())).toBe(true);
    const zeros = {
      good: new Float64Array(MINUTES_PER_DAY),
      total: new Float64Array(MINUTES_PER_DAY),
    };
    expect(isKept(zeros)).toBe(true);
  });

  it('still reads format 1 as it was first written', () => {
    // Minutes 2 to 4: 10 of 10, 7 of 9, 9 of 9. Deflated by hand as a stored block.
    const body = [2, 3, 0x9b, 0x0b, 20, 1, 0, 0, 2, 0];
    const stored = [1, body.length, 0, 255 - body.length, 255, ...body];
    const day = decodeDay(Uint8Array.from([1, 0, ...stored]));
    expect([...day.total.subarray(1, 6)]).toEqual([NaN, 10, 9, 9, NaN]);
    expect([...day.good.subarray(1, 6)]).toEqual([NaN, 10, 7, 9, NaN]);
  });

  it('takes under 2.5 KB for a day of 300 requests a minute', () => {
    const day = emptyDay();
    // A sine by the hour of the day, and noise of about a standard deviation from a plain generator of pseudo-random numbers.
    let state = 1;
    for (let index = 0; index < MINUTES_PER_DAY; index += 1) {
      state = (state * 48_271) % 2_147_483_647;
      const noise = (state / 2_147_483_647 - 0.5) * 60;
      const rate =
        300 + 180 * Math.sin((index / MINUTES_PER_DAY) * 2 * Math.PI);
      day.total[index] = Math.round(rate + noise);
      day.good[index] = day.total[index] - (state % 10 === 0 ? 3 : 0);
    }
    expect(encodeDay(day).length).toBeLessThan(2_500);
  });

  it.each([
    ['another format', [2, 0, 3, 0]],
    ['an unknown column', [1, 3, 3, 0]],
    ['nothing', []],
    ['no deflated bytes', [1, 0, 255, 255, 255]],
    ['a body that ends too early', [1, 0, ...deflateRawSync(Buffer.from([0]))]],
    [
      'more minutes than a day has',
      [1, 0, ...deflateRawSync(Buffer.from([0xa1, 0x0b]))],
    ],
    [
      'fractions that end too early',
      [1, 2, ...deflateRawSync(Buffer.from([0, 0xa0, 0x0b, 1, 2, 3]))],
    ],
    ['bytes to spare', [1, 0, ...deflateRawSync(Buffer.from([0xa0, 0x0b, 7]))]],
    [
      'a body that would fill the memory',
      [1, 0, ...deflateRawSync(Buffer.alloc(5_000_000))],
    ],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeDay(Uint8Array.from(bytes))).toThrow(RangeError);
  });
});
