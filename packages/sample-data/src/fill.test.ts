import { fill, valuesAt } from './fill.mjs';

const anchor = new Date('2026-03-31T12:00:00Z');

describe('valuesAt', () => {
  it.each([
    ['before the anchor', '2026-03-30T09:00:00Z', '2026-02-19T12:00:00.000Z'],
    ['a moment before', '2026-04-20T11:59:59Z', '2026-02-19T12:00:00.000Z'],
    ['when it is time', '2026-04-20T12:00:00Z', '2026-04-20T12:00:00.000Z'],
    ['before the first', '2026-02-01T00:00:00Z', '2025-12-21T12:00:00.000Z'],
  ])('has what is done every 60 days done last: %s', (_, time, expected) => {
    const changed = { daysAgo: 40, everyDays: 60 };
    expect(
      valuesAt({ changed }, { time: new Date(time), anchor }).changed,
    ).toBe(expected);
  });

  it('never touches again what was done once', () => {
    const time = new Date('2027-03-30T09:00:00Z');
    const changed = { daysAgo: 40 };
    expect(valuesAt({ changed }, { time, anchor }).changed).toBe(
      '2026-02-19T12:00:00.000Z',
    );
  });
});

describe('fill', () => {
  const time = new Date('2026-03-31T12:00:00Z');
  const values = { share: '0.5', time };

  it('puts values and moments of the run into a text', () => {
    expect(fill('${share} of ${time-90.5} to ${time}', values)).toBe(
      '0.5 of 2026-03-31T11:58:29.500Z to 2026-03-31T12:00:00.000Z',
    );
  });

  it('names what has no value', () => {
    expect(() => fill('a: ${b}', values)).toThrow('"b" has no value');
  });
});
