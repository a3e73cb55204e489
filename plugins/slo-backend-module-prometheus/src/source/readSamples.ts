import {
  MinuteSample,
  SampleAnswer,
  SampleRequest,
} from '@maestro-conductor/plugin-slo-node';
import {
  Indicator,
  IndicatorQuery,
  sharesMetric,
} from '@maestro-conductor/slo-engine';
import { PrometheusClient } from '../client/PrometheusClient';
import { Reading } from '../client/Reading';
import { Marks } from '../client/types';
import { valuesByMinute } from '../samples/valuesByMinute';
import { ReadyIndicator } from './checkIndicator';
import { readCounters } from './readCounters';

type Answer = Extract<SampleAnswer, { samples: unknown }>;
type Ratio = Extract<Indicator, { kind: 'ratio' }>;
type Threshold = Extract<Indicator, { kind: 'threshold' }>;

/**
 * Counts of one objective. A minute may come again that was answered before, up to an hour back, where series came back after a gap.
 *
 * @param marks - the minutes to be read; all of their samples are there
 * @throws PrometheusProblem
 */
export async function readSamples(
  { indicator }: SampleRequest,
  { client, queries }: ReadyIndicator,
  marks: Marks,
  reading: Reading,
): Promise<Answer> {
  if (indicator.kind === 'ratio') {
    const total = queries.find(({ role }) => role === 'total')!;
    const part = queries.find(({ role }) => role !== 'total')!;
    return indicator.counter
      ? fromCounters(indicator, { client, part, total, marks, reading })
      : fromGauges(indicator, { client, part, total, marks, reading });
  }
  const values = await readValues(client, queries[0], marks, reading);
  const samples = [...values].flatMap(([minute, all]) =>
    indicator.kind === 'threshold'
      ? [{ minute, good: countMet(indicator, all), total: all.length }]
      : shareOf(all, indicator.rawType).map(good => ({
          minute,
          good,
          total: 1,
        })),
  );
  return { samples: inOrder(samples), readUntil: marks.to };
}

interface RatioReading {
  client: PrometheusClient;
  part: IndicatorQuery;
  total: IndicatorQuery;
  marks: Marks;
  reading: Reading;
}

async function fromCounters(
  indicator: Ratio,
  ratio: RatioReading,
): Promise<Answer> {
  const { part, total, from, unsettledFrom } = await readCounters(ratio);
  const { marks } = ratio;
  // What is not settled yet is read again: from the same minute on.
  const readUntil = Math.max(
    marks.from,
    Math.min(unsettledFrom ?? marks.to, marks.to),
  );
  const samples = [...total.keys()]
    .filter(minute => minute >= from && minute < readUntil)
    .flatMap(minute =>
      sampleOf(indicator, {
        minute,
        part: part.get(minute),
        total: total.get(minute),
      }),
    );
  return { samples: inOrder(samples), readUntil };
}

async function fromGauges(
  indicator: Ratio,
  { client, part, total, marks, reading }: RatioReading,
): Promise<Answer> {
  const [parts, totals] = await Promise.all([
    readValues(client, part, marks, reading),
    readValues(client, total, marks, reading),
  ]);
  const absentIsZero = sharesMetric(part, total);
  const samples = [...totals].flatMap(([minute, all]) =>
    sampleOf(indicator, {
      minute,
      part: sumOf(parts.get(minute)) ?? (absentIsZero ? 0 : undefined),
      total: sumOf(all),
    }),
  );
  return { samples: inOrder(samples), readUntil: marks.to };
}

/** None where a number is missing or negative. Two metrics that do not quite agree never make more good events than there were. */
function sampleOf(
  { good }: Ratio,
  counts: { minute: number; part?: number; total?: number },
): MinuteSample[] {
  const { minute, part, total } = counts;
  if (part === undefined || total === undefined || part < 0 || total < 0) {
    return [];
  }
  const some = Math.min(part, total);
  return [{ minute, good: good ? some : total - some, total }];
}

/** Values of each series at the end of each minute. */
async function readValues(
  client: PrometheusClient,
  { query }: IndicatorQuery,
  marks: Marks,
  reading: Reading,
): Promise<Map<number, number[]>> {
  const { scrapeInterval } = client.server;
  // Sums of several series are left to Prometheus; a lone selector is read raw, so that no value is carried on.
  if (query.terms.length === 1 && query.terms[0].selector === query.text) {
    const before = Math.ceil(scrapeInterval / 60_000);
    const raw = { from: marks.from - before, to: marks.to };
    const series = await client.raw(query.text, raw, reading);
    return valuesByMinute(series, marks, scrapeInterval);
  }
  const ends = { from: marks.from + 1, to: marks.to };
  const series = await client.atMinutes(query.text, ends, reading);
  return valuesByMinute(series, marks, 0);
}

function countMet({ op, value }: Threshold, values: number[]): number {
  const meets: Record<Threshold['op'], (one: number) => boolean> = {
    lt: one => one < value,
    lte: one => one <= value,
    gt: one => one > value,
    gte: one => one >= value,
  };
  return values.filter(meets[op]).length;
}

/** How far a share may be off by the arithmetic of floating point numbers. */
const ROUNDING = 1e-9;

/** The share of good events; none where the values are no single share. */
function shareOf(values: number[], rawType: 'success' | 'failure'): number[] {
  const [value] = values;
  if (values.length > 1 || value < -ROUNDING || value > 1 + ROUNDING) return [];
  const share = Math.min(Math.max(value, 0), 1);
  return [rawType === 'success' ? share : 1 - share];
}

function sumOf(values: number[] | undefined): number | undefined {
  return values?.reduce((sum, value) => sum + value, 0);
}

function inOrder(samples: MinuteSample[]): MinuteSample[] {
  return samples.sort((a, b) => a.minute - b.minute);
}
