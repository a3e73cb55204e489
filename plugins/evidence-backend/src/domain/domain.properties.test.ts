import fc from 'fast-check';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { safeFileName, safeMediaType } from './fileNames';
import { isItemError } from './itemError';
import { CLOCK_SKEW_MS } from './limits';
import { parseItem } from './manifest';
import { checkReadings } from './readings';
import { selectFacts, SequencedFact } from './selectFacts';
import { notAfterReceipt, parseIsoTime } from './time';

const receivedAt = new Date('2026-03-01T12:00:00Z');

const candidate: fc.Arbitrary<SequencedFact> = fc
  .record({
    environment: fc.constantFrom('', 'production', 'staging'),
    name: fc.constantFrom('test.total', 'test.failed'),
    commit: fc.constantFrom('', 'aaaaaaa', 'bbbbbbb'),
    defaultBranch: fc.boolean(),
    day: fc.integer({ min: 1, max: 4 }),
    seq: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ day, seq, ...fact }) => ({
    seq,
    fact: {
      ...fact,
      entityRef: 'component:default/gateway',
      observedAt: `2026-03-0${day}T00:00:00.000Z`,
    } as Fact,
  }));

describe('properties of the domain', () => {
  it('never keeps an observation after its receipt', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), offset => {
        const time = new Date(receivedAt.getTime() + offset);
        const kept = notAfterReceipt({ field: 'observedAt', time, receivedAt });
        const latest = Math.min(time.getTime(), receivedAt.getTime());
        expect(isItemError(kept) ? undefined : kept).toEqual(
          offset > CLOCK_SKEW_MS ? undefined : new Date(latest),
        );
      }),
    );
  });

  it('reads back every moment it wrote', () => {
    fc.assert(
      fc.property(
        fc.date({
          min: new Date('0001-01-01T00:00:00Z'),
          max: new Date('9999-12-31T23:59:59Z'),
          noInvalidDate: true,
        }),
        date => {
          expect(parseIsoTime(date.toISOString())).toEqual(date);
        },
      ),
    );
  });

  it('answers anything in place of an item with an item or an error, and never throws', () => {
    fc.assert(
      fc.property(fc.anything(), value => {
        const parsed = parseItem(value);
        expect(isItemError(parsed) || parsed.file !== '').toBe(true);
      }),
    );
  });

  it('gives a file no name that leads elsewhere', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), name => {
        const safe = safeFileName(name);
        expect(safe).not.toMatch(/[/\\\p{Cc}]|^\.+$/u);
        expect(safe.length).toBeGreaterThan(0);
        expect(safeMediaType(name)).toMatch(/^[^\s/]+\/[^\s/]+$/);
      }),
    );
  });

  it('takes a ratio exactly where it lies from 0 to 1', () => {
    fc.assert(
      fc.property(fc.double(), value => {
        const result = checkReadings(
          [{ name: 'test.coverage.lines', type: 'number', value }],
          { receivedAt },
        );
        expect(isItemError(result)).toBe(!(value >= 0 && value <= 1));
      }),
    );
  });

  it('selects the same facts from candidates in any order, one for each name', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(candidate, { selector: ({ seq }) => seq }),
        fc.constantFrom(undefined, 'aaaaaaa'),
        (candidates, commit) => {
          const request = { environment: 'production', commit };
          const selected = selectFacts(candidates, request);
          expect(selectFacts([...candidates].reverse(), request)).toEqual(
            selected,
          );
          const names = selected.map(({ fact }) => fact.name);
          expect(new Set(names).size).toBe(names.length);
          for (const { fact } of selected) {
            expect(['production', '']).toContain(fact.environment);
            expect(
              fact.defaultBranch || (commit && fact.commit === commit),
            ).toBeTruthy();
          }
        },
      ),
    );
  });
});
