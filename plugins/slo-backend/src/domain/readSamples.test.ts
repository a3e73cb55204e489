import {
  PushedSample,
  PushedSeries,
} from '@maestro-conductor/plugin-slo-common';
import { GATEWAY, NOW, NOW_MINUTE } from '../__testUtils__/objectives';
import { readSamples } from './readSamples';

const series = (
  samples: Partial<PushedSample>[],
  more: Partial<PushedSeries> = {},
): PushedSeries => ({
  entityRef: GATEWAY,
  slo: 'reads',
  samples: samples.map(sample => ({
    time: '2026-11-20T11:00:00Z',
    good: 1,
    total: 2,
    ...sample,
  })),
  ...more,
});

describe('readSamples', () => {
  it('reads minutes, stretches with their offset, and counters at the end of theirs', () => {
    const stretch = {
      time: '2026-11-20T12:00:00+01:00',
      minutes: 2,
      good: 3,
      total: 5,
    };
    expect(readSamples(series([stretch]), NOW)).toEqual({
      samples: [
        { minute: NOW_MINUTE - 60, good: 1.5, total: 2.5 },
        { minute: NOW_MINUTE - 59, good: 1.5, total: 2.5 },
      ],
    });
    expect(readSamples(series([stretch], { form: 'counter' }), NOW)).toEqual({
      samples: [{ minute: NOW_MINUTE - 59, good: 3, total: 5 }],
    });
    expect(
      readSamples(series([{ time: '2026-11-20T12:02:00Z' }]), NOW),
    ).toEqual({
      samples: [{ minute: NOW_MINUTE + 2, good: 1, total: 2 }],
    });
  });

  it.each<[string, Partial<PushedSample>, string, RegExp]>([
    ['the future', { time: '2026-11-20T12:03:00Z' }, 'time', /in the future/],
    [
      'a stretch into the future',
      { time: '2026-11-20T12:01:00Z', minutes: 3 },
      'time',
      /in the future/,
    ],
    ['long ago', { time: '2025-01-01T00:00:00Z' }, 'time', /400 days ago/],
    ['seconds', { time: '2026-11-20T11:00:30Z' }, 'time', /whole minutes/],
    ['no offset', { time: '2026-11-20T11:00:00' }, 'time', /offset/],
    ['no time', { time: 'yesterday Z' }, 'time', /offset/],
    ['negative', { good: -1 }, 'good', /from 0 on, and is -1/],
    ['no number', { total: NaN }, 'total', /is NaN/],
    ['endless', { total: Infinity }, 'total', /is Infinity/],
    ['too good', { good: 3 }, 'good', /more than the total of 2/],
    ['an hour and more', { minutes: 61 }, 'minutes', /1 to 60, and is 61/],
    ['half a minute', { minutes: 0.5 }, 'minutes', /1 to 60/],
  ])('refuses %s, and says where', (_, sample, field, message) => {
    expect(readSamples(series([{}, sample]), NOW)).toEqual({
      code: 'InvalidField',
      field: `samples[1].${field}`,
      message: expect.stringMatching(message),
    });
  });

  it('takes 1 to 1,440 samples', () => {
    const many = (count: number) =>
      series(Array.from({ length: count }, () => ({})));
    expect(readSamples(many(0), NOW)).toMatchObject({ field: 'samples' });
    expect(readSamples(many(1_441), NOW)).toMatchObject({ field: 'samples' });
    expect(readSamples(many(1_440), NOW)).not.toHaveProperty('code');
  });
});
