import fc from 'fast-check';
import { HitCount } from './HitCount';
import { LineHits } from './LineHits';

describe('LineHits', () => {
  it('counts as HitCount does, near lines, far ones, and those that were far once', () => {
    const line = fc.oneof(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 200, max: 3000 }),
      fc.integer({ min: 0, max: 999_999_999 }),
    );
    const added = fc.array(fc.tuple(line, fc.boolean()), { maxLength: 300 });
    fc.assert(
      fc.property(added, all => {
        const lines = new LineHits();
        const plain = new HitCount<number>();
        for (const [number, hit] of all) {
          expect(lines.add(number, hit)).toBe(plain.add(number, hit));
          expect(lines.tally).toEqual(plain.tally);
          expect(lines.size).toBe(plain.size);
        }
      }),
    );
  });

  it('counts on in the map what was far when it came first', () => {
    const lines = new LineHits();
    expect(lines.add(5000, false)).toBe(true);
    for (let line = 1; line <= 5000; line++) {
      expect(lines.add(line, line === 5000)).toBe(line !== 5000);
    }
    expect(lines.tally).toEqual({ found: 5000, hit: 1 });
  });
});
