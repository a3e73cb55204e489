import { planSamples } from './planSamples.mjs';

const DAY = 1440;
const anchor = 20_000 * DAY + 723;
const traffic = {
  environment: 'production',
  services: {
    gateway: {
      reads: { perMinute: 400, bad: 0.02 },
      writes: { perMinute: 10, bad: 0.001, stopsDaysAgo: 2 },
    },
  },
};

interface Sample {
  time: string;
  minutes: number;
  good: number;
  total: number;
}

const samplesOf = (slo: string, from: number, to: number): Sample[] =>
  planSamples(traffic, { anchor, from, to })
    .flat()
    .filter((series: { slo: string }) => series.slo === slo)
    .flatMap(({ samples }: { samples: Sample[] }) => samples);

/** Counts of each minute, however they were cut. */
const byMinute = (samples: Sample[]) =>
  new Map(
    samples.flatMap(({ time, minutes, good, total }) =>
      Array.from({ length: minutes }, (_, index) => [
        Date.parse(time) / 60_000 + index,
        `${good / minutes} of ${total / minutes}`,
      ]),
    ),
  );

describe('planSamples', () => {
  it('covers each minute once, whatever the range', () => {
    for (const [from, to] of [
      [anchor - 3 * DAY, anchor],
      [anchor - 7, anchor],
      [anchor - 1, anchor],
      [anchor, anchor],
    ]) {
      const samples = samplesOf('reads', from, to);
      const minutes = byMinute(samples);
      expect(minutes.size).toBe(to - from);
      expect(samples.reduce((sum, sample) => sum + sample.minutes, 0)).toBe(
        to - from,
      );
      expect(samples.every(({ minutes: length }) => length > 0)).toBe(true);
    }
  });

  it('says the same of a minute in every range', () => {
    const whole = byMinute(samplesOf('reads', anchor - DAY, anchor));
    const parts = [
      anchor - DAY,
      anchor - 611,
      anchor - 610,
      anchor - 3,
      anchor,
    ];
    for (const [index, from] of parts.slice(0, -1).entries()) {
      for (const [minute, counts] of byMinute(
        samplesOf('reads', from, parts[index + 1]),
      )) {
        expect(whole.get(minute)).toBe(counts);
      }
    }
  });

  it('has as many bad events as the share says, and none after counting stopped', () => {
    const sum = (samples: Sample[]) => {
      const total = samples.reduce((all, sample) => all + sample.total, 0);
      const good = samples.reduce((all, sample) => all + sample.good, 0);
      return { total, bad: (total - good) / total };
    };
    const week = [anchor - 9 * DAY, anchor - 2 * DAY] as const;
    const reads = sum(samplesOf('reads', ...week));
    expect(reads.bad).toBeGreaterThan(0.0195);
    expect(reads.bad).toBeLessThan(0.0205);
    // Five weekdays and a weekend of half the traffic.
    expect(reads.total / (400 * DAY)).toBeGreaterThan(5.8);
    expect(reads.total / (400 * DAY)).toBeLessThan(6.2);
    expect(sum(samplesOf('writes', ...week)).bad).toBeGreaterThan(0.0005);
    expect(samplesOf('writes', anchor - 2 * DAY + 5, anchor)).toEqual([]);
  });
});
