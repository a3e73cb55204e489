import fs from 'node:fs/promises';
import { MinuteSample, SampleAnswer } from '@maestro-conductor/plugin-slo-node';
import {
  hasPrometheus,
  Prometheus,
} from '@maestro-conductor/prometheus-testing';
import { Indicator } from '@maestro-conductor/slo-engine';
import { KnownSeries, openMetrics } from '../__testUtils__/openMetrics';

import { metric, ratio } from '../__testUtils__/ratio';
import { serverAt } from '../__testUtils__/server';
import { simulateTraffic, World } from '../__testUtils__/simulateTraffic';
import { PrometheusSource } from './PrometheusSource';

jest.setTimeout(120_000);

// Nine days, so that whole minutes are more than 11,000 points; up to some minutes ago.
const MINUTES = 9 * 1_440;
const LAST = Math.floor(Date.now() / 60_000) - 30;
const FIRST = LAST - MINUTES;

let prometheus: Prometheus;
let world: World;
let source: PrometheusSource;

/** One value a minute, 20 seconds into it; 0, 1, 2 in turn, each tenth is NaN, and the last hour is missing. */
function waiting(): KnownSeries {
  return {
    labels: { job: 'gateway' },
    samples: Array.from({ length: 240 }, (_, i) => [
      (LAST - 300 + i) * 60 + 20,
      i % 10 === 0 ? NaN : i % 3,
    ]),
  };
}

function sourceOf(url: string) {
  return new PrometheusSource([serverAt(url)], () => (LAST + 10) * 60_000);
}

interface Range {
  from?: number;
  to?: number;
}

async function answerTo(
  indicator: Indicator,
  { from = FIRST, to = LAST }: Range = {},
): Promise<SampleAnswer> {
  const answers = await source.read([{ id: 'one', indicator, from, to }], {
    signal: new AbortController().signal,
  });
  return answers.get('one')!;
}

async function read(indicator: Indicator, range?: Range) {
  const answer = await answerTo(indicator, range);
  if ('problem' in answer) throw new Error(answer.problem);
  return answer;
}

async function problemOf(query: string) {
  return answerTo(ratio({ good: query, total: query }), { from: LAST - 60 });
}

const SUCCESSES = ratio({
  good: 'sum(requests_total{job="gateway",code!~"5.."})',
  total: 'sum by (code) (requests_total{job="gateway"})',
});

function close(samples: MinuteSample[]) {
  return samples.map(({ minute, good, total }) => ({
    minute,
    good: expect.closeTo(good, 6),
    total: expect.closeTo(total, 6),
  }));
}

if (!hasPrometheus()) {
  it('needs the package prometheus, which is not installed: nothing checked', () => {
    expect(hasPrometheus()).toBe(false);
  });
} else {
  beforeAll(async () => {
    world = simulateTraffic({ first: FIRST, minutes: MINUTES });
    const many = Array.from({ length: 1_001 }, (_, i) => ({
      labels: { user: String(i) },
      samples: [[(LAST - 5) * 60, 1] as const],
    }));
    const text = openMetrics({
      requests_total: world.series,
      wait_seconds: [waiting()],
      exploded_total: many,
    });
    prometheus = await Prometheus.start({
      write: file => fs.writeFile(file, text),
    });
    source = sourceOf(prometheus.url);
  });

  afterAll(async () => {
    source?.close();
    await prometheus?.stop();
  });

  describe('counters', () => {
    it('count exactly what happened, through restarts, new instances, new codes, new labels and gaps', async () => {
      const { samples, readUntil } = await read(SUCCESSES);
      expect(readUntil).toBe(LAST);
      const expected = [...world.expected].map(([minute, counts]) => ({
        minute,
        ...counts,
      }));
      expect(samples.map(({ minute }) => minute)).toEqual(
        expected.map(({ minute }) => minute),
      );
      expect(samples).toEqual(close(expected));
      const sum = (of: MinuteSample[], key: 'good' | 'total') =>
        of.reduce((all, sample) => all + sample[key], 0);
      expect(sum(samples, 'total')).toBeCloseTo(sum(expected, 'total'), 4);
      expect(sum(samples, 'good')).toBeCloseTo(sum(expected, 'good'), 4);
    });

    it('say the same of errors as of successes', async () => {
      const errors = ratio({
        bad: 'sum(requests_total{job="gateway",code=~"5.."})',
        total: 'sum(requests_total{job="gateway"})',
      });
      const range = { from: FIRST, to: FIRST + 2_880 };
      const { samples } = await read(errors, range);
      expect(samples).toEqual(close((await read(SUCCESSES, range)).samples));
    });

    it('say the same minute by minute as all at once', async () => {
      for (const [begin, end] of [
        [290, 350],
        [1_590, 2_120],
      ]) {
        const kept = new Map<number, MinuteSample>();
        let from = FIRST + begin;
        for (let to = from + 1; to <= FIRST + end; to += 1) {
          const { samples, readUntil } = await read(SUCCESSES, { from, to });
          // As a store does: what comes later replaces what was said before.
          for (const sample of samples) kept.set(sample.minute, sample);
          from = readUntil;
        }
        const settled = ({ minute }: MinuteSample) =>
          minute >= FIRST + begin && minute < FIRST + end - 2;
        const whole = await read(SUCCESSES);
        expect(
          [...kept.values()]
            .filter(settled)
            .sort((a, b) => a.minute - b.minute),
        ).toEqual(close(whole.samples.filter(settled)));
      }
    });

    it('of sums and differences are counted, too', async () => {
      const range = { from: FIRST + 1_000, to: FIRST + 1_600 };
      const difference = ratio({
        good: 'sum(requests_total) - (sum(requests_total{code="500"}) or vector(0))',
        total:
          'sum(requests_total{code="200"}) + sum(requests_total{code="500"})',
      });
      const { samples } = await read(difference, range);
      const whole = await read(SUCCESSES, range);
      const known = new Set(samples.map(({ minute }) => minute));
      expect(samples.length).toBeGreaterThan(500);
      expect(samples).toEqual(
        close(whole.samples.filter(({ minute }) => known.has(minute))),
      );
    });

    it('that only Prometheus understands are taken as they are', async () => {
      const { samples } = await read(
        ratio({
          good: 'max(requests_total{instance="c",code="200"}) * 1',
          total: 'max(requests_total{instance="c",code="200"}) * 1',
        }),
        { from: FIRST + 3_000 },
      );
      // Without a restart or gap, whole minutes add up to the same; more than 11,000 of them are there.
      const series = world.series.find(
        ({ labels }) => labels.instance === 'c' && labels.code === '200',
      )!;
      const valueAt = (minute: number) =>
        series.samples.filter(([time]) => time <= minute * 60).pop()![1];
      expect(samples.at(-1)?.minute).toBe(LAST - 1);
      expect(samples.reduce((all, { total }) => all + total, 0)).toBe(
        valueAt(LAST) - valueAt(samples[0].minute),
      );
    });
  });

  describe('gauges', () => {
    const range = { from: LAST - 310 };
    const expected = Array.from({ length: 240 }, (_, i) => i).filter(
      i => i % 10 !== 0,
    );
    const minuteOf = (i: number) => LAST - 300 + i;

    it('are one event a minute, and none where NaN or nothing is', async () => {
      const { samples } = await read(
        {
          kind: 'threshold',
          metric: metric('wait_seconds'),
          op: 'lte',
          value: 1,
        },
        range,
      );
      // A value holds for no longer than a minute: 15 seconds lie between two samples.
      expect(samples).toEqual(
        expected.map(i => ({
          minute: minuteOf(i),
          good: i % 3 <= 1 ? 1 : 0,
          total: 1,
        })),
      );
    });

    it('are shares, where they are between 0 and 1', async () => {
      const { samples } = await read(
        { kind: 'raw-ratio', raw: metric('wait_seconds'), rawType: 'failure' },
        range,
      );
      expect(samples).toEqual(
        expected
          .filter(i => i % 3 < 2)
          .map(i => ({ minute: minuteOf(i), good: 1 - (i % 3), total: 1 })),
      );
    });

    it('are events of their minute, where they are no counters', async () => {
      const { samples } = await read(
        ratio(
          { good: 'wait_seconds', total: 'wait_seconds' },
          { counter: false },
        ),
        range,
      );
      expect(samples).toEqual(
        expected.map(i => ({ minute: minuteOf(i), good: i % 3, total: i % 3 })),
      );
      const increases = await read(
        ratio(
          {
            good: 'sum(count_over_time(wait_seconds[1m]))',
            total: 'sum(count_over_time(wait_seconds[1m])) * 2',
          },
          { counter: false },
        ),
        range,
      );
      expect(increases.samples).toEqual(
        Array.from({ length: 240 }, (_, i) => ({
          minute: minuteOf(i),
          good: 1,
          total: 2,
        })),
      );
    });
  });

  describe('a server that goes away', () => {
    it('is a problem, and what was missed is read when it is back', async () => {
      const range = { from: FIRST + 4_000, to: FIRST + 4_010 };
      await prometheus.halt();
      expect(await answerTo(SUCCESSES, range)).toEqual({
        problem: expect.stringMatching(
          /^Prometheus main: it (cannot be reached|broke off)/,
        ),
      });
      await prometheus.resume();
      expect((await read(SUCCESSES, range)).samples).toHaveLength(10);
    });
  });

  describe('what it refuses', () => {
    it('is told in a sentence', async () => {
      expect(await problemOf('sum(rate(requests_total))')).toEqual({
        problem: expect.stringMatching(
          /^Prometheus main: it refuses the query: .*expected type range vector.*\.$/,
        ),
      });
      expect(await problemOf('sum(exploded_total)')).toEqual({
        problem: expect.stringContaining('1001 series, more than 1000'),
      });
      expect(await problemOf('scalar(sum(requests_total))')).toEqual({
        samples: expect.any(Array),
        readUntil: LAST,
      });
    });

    it('nothing of a metric that is not there', async () => {
      expect(await problemOf('sum(nobody_knows_total)')).toEqual({
        samples: [],
        readUntil: LAST,
      });
    });
  });
}
