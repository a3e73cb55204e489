import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import fc from 'fast-check';
import { lengthOf, windowAt } from './windowAt';

const MINUTE = 60_000;
const iso = (minute: number) =>
  new Date(minute * MINUTE).toISOString().replace(':00.000Z', 'Z');

function calendar(
  duration: string,
  startTime: string,
  timeZone: string,
): ObjectiveWindow {
  return { kind: 'calendar', duration, startTime, timeZone };
}

describe('windowAt of a rolling window', () => {
  it.each([
    ['30d', '2026-11-20T12:34:56.789Z', '2026-10-21T12:34Z'],
    ['1M', '2026-11-20T12:34:00.000Z', '2026-10-21T12:34Z'],
    ['1h', '2026-01-01T00:00:00.000Z', '2025-12-31T23:00Z'],
  ])('%s ends with the last whole minute', (duration, now, from) => {
    const window: ObjectiveWindow = { kind: 'rolling', duration };
    const found = windowAt(window, new Date(now));
    expect(iso(found.from)).toBe(from);
    expect(iso(found.to)).toBe(`${now.slice(0, 16)}Z`);
    expect(found.end).toBe(found.to);
  });
});

describe('windowAt of a calendar window', () => {
  it.each([
    // A plain month, and its borders: the border belongs to the new period.
    [
      '1M',
      '2026-01-01 00:00:00',
      'UTC',
      '2026-11-20T10:00:00Z',
      '2026-11-01T00:00Z',
      '2026-12-01T00:00Z',
    ],
    [
      '1M',
      '2026-01-01 00:00:00',
      'UTC',
      '2026-11-01T00:00:00Z',
      '2026-11-01T00:00Z',
      '2026-12-01T00:00Z',
    ],
    [
      '1M',
      '2026-01-01 00:00:00',
      'UTC',
      '2026-10-31T23:59:59.999Z',
      '2026-10-01T00:00Z',
      '2026-11-01T00:00Z',
    ],
    // Before the anchor.
    [
      '1M',
      '2026-01-01 00:00:00',
      'UTC',
      '2024-02-29T12:00:00Z',
      '2024-02-01T00:00Z',
      '2024-03-01T00:00Z',
    ],
    [
      '2M',
      '2026-01-01 00:00:00',
      'UTC',
      '2025-12-31T23:59:00Z',
      '2025-11-01T00:00Z',
      '2026-01-01T00:00Z',
    ],
    // In and out of daylight saving, on both sides of the Atlantic and south of the equator.
    [
      '1M',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-03-31T21:59:00Z',
      '2026-02-28T23:00Z',
      '2026-03-31T22:00Z',
    ],
    [
      '1M',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-10-31T22:59:00Z',
      '2026-09-30T22:00Z',
      '2026-10-31T23:00Z',
    ],
    [
      '1M',
      '2022-01-01 12:00:00',
      'America/New_York',
      '2026-03-10T00:00:00Z',
      '2026-03-01T17:00Z',
      '2026-04-01T16:00Z',
    ],
    [
      '1M',
      '2026-01-01 00:00:00',
      'Australia/Sydney',
      '2026-04-15T00:00:00Z',
      '2026-03-31T13:00Z',
      '2026-04-30T14:00Z',
    ],
    // Anchored on the 31st: short months end on their last day, and long ones do not drift.
    [
      '1M',
      '2026-01-31 00:00:00',
      'UTC',
      '2026-03-30T00:00:00Z',
      '2026-02-28T00:00Z',
      '2026-03-31T00:00Z',
    ],
    [
      '1M',
      '2026-01-31 00:00:00',
      'UTC',
      '2026-04-30T00:00:00Z',
      '2026-04-30T00:00Z',
      '2026-05-31T00:00Z',
    ],
    [
      '1M',
      '2026-01-31 00:00:00',
      'UTC',
      '2028-02-29T00:00:00Z',
      '2028-02-29T00:00Z',
      '2028-03-31T00:00Z',
    ],
    // Leap years.
    [
      '1Y',
      '2024-02-29 00:00:00',
      'UTC',
      '2026-06-01T00:00:00Z',
      '2026-02-28T00:00Z',
      '2027-02-28T00:00Z',
    ],
    [
      '1Y',
      '2024-02-29 00:00:00',
      'UTC',
      '2028-02-29T00:00:00Z',
      '2028-02-29T00:00Z',
      '2029-02-28T00:00Z',
    ],
    // Weeks, quarters and several units at once.
    [
      '1w',
      '2022-01-01 12:00:00',
      'America/New_York',
      '2026-11-20T12:00:00Z',
      '2026-11-14T17:00Z',
      '2026-11-21T17:00Z',
    ],
    [
      '2w',
      '2026-01-05 00:00:00',
      'UTC',
      '2026-01-19T00:00:00Z',
      '2026-01-19T00:00Z',
      '2026-02-02T00:00Z',
    ],
    [
      '1Q',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-11-20T12:00:00Z',
      '2026-09-30T22:00Z',
      '2026-12-31T23:00Z',
    ],
    // Days of 23 and of 25 hours.
    [
      '1d',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-03-29T12:00:00Z',
      '2026-03-28T23:00Z',
      '2026-03-29T22:00Z',
    ],
    [
      '1d',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-10-25T12:00:00Z',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z',
    ],
    // A start in the hour that is left out is counted by the offset before it: 02:30 is 03:30.
    [
      '1d',
      '2026-01-01 02:30:00',
      'Europe/Berlin',
      '2026-03-29T12:00:00Z',
      '2026-03-29T01:30Z',
      '2026-03-30T00:30Z',
    ],
    [
      '1d',
      '2026-03-29 02:30:00',
      'Europe/Berlin',
      '2026-03-30T12:00:00Z',
      '2026-03-30T00:30Z',
      '2026-03-31T00:30Z',
    ],
    // A start in the hour that comes twice is the first of the two, whatever the offset on other days.
    [
      '1d',
      '2026-01-01 02:30:00',
      'Europe/Berlin',
      '2026-10-25T12:00:00Z',
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ],
    [
      '1d',
      '2026-07-01 02:30:00',
      'Europe/Berlin',
      '2026-10-25T12:00:00Z',
      '2026-10-25T00:30Z',
      '2026-10-26T01:30Z',
    ],
    // Half an hour of daylight saving, an offset of 45 minutes.
    [
      '1d',
      '2026-01-01 00:00:00',
      'Australia/Lord_Howe',
      '2026-04-05T00:00:00Z',
      '2026-04-04T13:00Z',
      '2026-04-05T13:30Z',
    ],
    [
      '1d',
      '2026-01-01 00:00:00',
      'Asia/Kathmandu',
      '2026-04-05T00:00:00Z',
      '2026-04-04T18:15Z',
      '2026-04-05T18:15Z',
    ],
    // A day that a country left out, crossing the date line.
    [
      '1d',
      '2011-12-01 00:00:00',
      'Pacific/Apia',
      '2011-12-30T09:59:00Z',
      '2011-12-29T10:00Z',
      '2011-12-30T10:00Z',
    ],
    [
      '1d',
      '2011-12-01 00:00:00',
      'Pacific/Apia',
      '2011-12-30T10:00:00Z',
      '2011-12-30T10:00Z',
      '2011-12-31T10:00Z',
    ],
    // Hours are elapsed time.
    [
      '6h',
      '2026-01-01 00:00:00',
      'Europe/Berlin',
      '2026-07-01T00:00:00Z',
      '2026-06-30T23:00Z',
      '2026-07-01T05:00Z',
    ],
  ])('%s from %s in %s holds %s', (duration, start, zone, now, from, end) => {
    const window = calendar(duration, start, zone);
    const at = new Date(now);
    const found = windowAt(window, at);
    expect([iso(found.from), iso(found.end)]).toEqual([from, end]);
    expect(found.to).toBe(Math.floor(at.getTime() / MINUTE));
    expect(lengthOf(window, at)).toBe(found.end - found.from);
  });

  it('has 1,380 and 1,500 minutes on the days when clocks change', () => {
    const day = calendar('1d', '2026-01-01 00:00:00', 'Europe/Berlin');
    expect(lengthOf(day, new Date('2026-03-29T12:00:00Z'))).toBe(23 * 60);
    expect(lengthOf(day, new Date('2026-10-25T12:00:00Z'))).toBe(25 * 60);
    expect(lengthOf(day, new Date('2026-11-20T12:00:00Z'))).toBe(24 * 60);
  });

  it('gives the same, whatever time of the year it is asked at', () => {
    jest.useFakeTimers();
    const window = calendar('1d', '2026-07-01 02:30:00', 'Europe/Berlin');
    const asked = ['2026-01-15T00:00:00Z', '2026-07-15T00:00:00Z'].map(
      clock => {
        jest.setSystemTime(new Date(clock));
        return windowAt(window, new Date('2026-10-25T12:00:00Z'));
      },
    );
    jest.useRealTimers();
    expect(asked[0]).toEqual(asked[1]);
  });

  it.each([
    ['time zone', calendar('1M', '2026-01-01 00:00:00', 'Mars/Olympus')],
    ['local time', calendar('1M', '2026-02-30 00:00:00', 'UTC')],
    ['duration', calendar('1x', '2026-01-01 00:00:00', 'UTC')],
  ])('refuses what is no %s', (what, window) => {
    const now = new Date('2026-11-20T00:00:00Z');
    expect(() => windowAt(window, now)).toThrow(RangeError);
    expect(() => windowAt(window, now)).toThrow(`is no ${what}`);
  });
});

describe('calendar periods', () => {
  const ZONES = [
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'America/Sao_Paulo',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Pacific/Apia',
    'Asia/Kathmandu',
  ];
  const minute = fc.integer({
    min: Date.UTC(1990, 0) / MINUTE,
    max: Date.UTC(2037, 0) / MINUTE,
  });
  const window = fc
    .record({
      start: minute,
      count: fc.integer({ min: 1, max: 5 }),
      unit: fc.constantFrom('h', 'd', 'w', 'M', 'Q', 'Y'),
      zone: fc.constantFrom(...ZONES),
    })
    .map(({ start, count, unit, zone }) =>
      calendar(
        `${count}${unit}`,
        new Date(start * MINUTE).toISOString().slice(0, 19).replace('T', ' '),
        zone,
      ),
    );

  it('hold the moment, and follow each other without gap or overlap', () => {
    fc.assert(
      fc.property(window, minute, (some, at) => {
        const of = (m: number) => windowAt(some, new Date(m * MINUTE));
        const { from, end } = of(at);
        expect(from).toBeLessThanOrEqual(at);
        expect(at).toBeLessThan(end);
        expect(of(end).from).toBe(end);
        expect(of(from - 1).end).toBe(from);
        expect(of(from)).toMatchObject({ from, end });
        expect(of(end - 1)).toMatchObject({ from, end });
      }),
      { numRuns: 300 },
    );
  });

  it('begin at the local time of the anchor, unless clocks leave it out', () => {
    const localTime = (at: number, timeZone: string) =>
      new Intl.DateTimeFormat('sv-SE', {
        timeZone,
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }).format(at * MINUTE);
    fc.assert(
      fc.property(window, minute, (some, at) => {
        if (some.kind !== 'calendar' || some.duration.endsWith('h')) return;
        const { timeZone, startTime } = some;
        const { from } = windowAt(some, new Date(at * MINUTE));
        const anchor = startTime.slice(11, 16);
        const actual = localTime(from, timeZone);
        // Where the anchor's time is left out, the clock jumped in the hour before.
        const jumped = localTime(from - 60, timeZone) < anchor;
        expect(actual === anchor || (actual > anchor && jumped)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
