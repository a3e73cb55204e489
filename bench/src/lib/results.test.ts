import { fasterThanPeer, Measurement, toResult } from './results';

const measurement: Measurement = {
  id: 'reading.sqlite',
  value: 10,
  unit: 'ms',
  target: 10,
  better: 'lower',
  gate: false,
};

describe('toResult', () => {
  it.each([
    ['lower', 10, true],
    ['lower', 10.1, false],
    ['higher', 10, true],
    ['higher', 9.9, false],
  ] as const)(
    'meets a target of 10 where %s is better: %d is %s',
    (better, value, met) => {
      expect(toResult({ ...measurement, better, value }).met).toBe(met);
    },
  );

  it('says nothing of which way is better', () => {
    expect(toResult(measurement)).toEqual({
      id: 'reading.sqlite',
      value: 10,
      unit: 'ms',
      target: 10,
      gate: false,
      met: true,
    });
  });

  it.each([NaN, Infinity])('refuses the value %d', value => {
    expect(() => toResult({ ...measurement, value })).toThrow(
      `reading.sqlite was measured as ${value}`,
    );
  });
});

describe('fasterThanPeer', () => {
  it.each([
    [70, 700, true],
    [71, 700, false],
  ])('with %d ms beside %d ms, ten times faster is %s', (ours, peer, met) => {
    const result = toResult(fasterThanPeer('all', { ours, peer }, 10));
    expect(result).toMatchObject({
      value: ours,
      target: 70,
      peer,
      ratio: peer / ours,
      gate: true,
      met,
    });
  });
});
