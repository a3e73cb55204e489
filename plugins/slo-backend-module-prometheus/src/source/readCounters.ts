import { IndicatorQuery, sharesMetric } from '@maestro-conductor/slo-engine';
import { PrometheusClient } from '../client/PrometheusClient';
import { Reading } from '../client/Reading';
import { Marks } from '../client/types';
import { counterIncreases } from '../samples/counterIncreases';
import { ByMinute } from '../samples/minutes';
import { cameBackAt, readTerms, ReadTerm } from './readTerms';

/** Counts of a part of all events, good or bad, and of all. */
export interface RatioCounts {
  part: ByMinute;
  total: ByMinute;
  /** The first minute that is told: before `from` where series came back after a gap. */
  from: number;
  /** The first minute that later samples may still change. */
  unsettledFrom?: number;
}

/**
 * How much the counters of a ratio rose, minute by minute. Plain sums are followed series by series in their raw samples: so a restart of one of
 * many loses nothing, and no value is carried on where there is none.
 */
export async function readCounters(options: {
  client: PrometheusClient;
  part: IndicatorQuery;
  total: IndicatorQuery;
  marks: Marks;
  reading: Reading;
}): Promise<RatioCounts> {
  const { client, part, total, marks } = options;
  const [parts, totals] = await readTerms([part, total], options);
  const together = sharesMetric(part, total);
  const risen = (terms: ReadTerm[], watched: ReadTerm[]) =>
    terms.map(({ sign, zeroWhenAbsent, series, known }) => ({
      sign,
      zeroWhenAbsent,
      ...counterIncreases(series, {
        watchedSince: startOf(watched),
        scrapeInterval: client.server.scrapeInterval,
        until: marks.to * 60_000,
        known,
      }),
    }));
  // The first error of a service is a new series, and the requests tell that the service was watched before.
  const risenParts = risen(parts, together ? totals : parts);
  const risenTotals = risen(totals, totals);
  const unsettled = [...risenParts, ...risenTotals].flatMap(
    ({ unsettledFrom }) => unsettledFrom ?? [],
  );
  const totalCounts = addUp(risenTotals);
  const partCounts = addUp(risenParts);
  if (together || risenParts.every(term => term.zeroWhenAbsent)) {
    for (const minute of totalCounts.keys()) {
      if (!partCounts.has(minute)) partCounts.set(minute, 0);
    }
  }
  return {
    part: partCounts,
    total: totalCounts,
    from: Math.min(
      ...[...parts, ...totals].map(({ series }) => cameBackAt(series, marks)),
    ),
    ...(unsettled.length && { unsettledFrom: Math.min(...unsettled) }),
  };
}

/** The first sample of all. */
function startOf(terms: ReadTerm[]): number {
  const starts = terms.flatMap(({ series }) =>
    series.map(({ times }) => times[0] ?? Infinity),
  );
  return Math.min(...starts);
}

/** The sum of the terms, in minutes of which all are known. */
function addUp(
  terms: { sign: 1 | -1; zeroWhenAbsent: boolean; counts: ByMinute }[],
): ByMinute {
  const minutes = new Set(terms.flatMap(({ counts }) => [...counts.keys()]));
  const sum: ByMinute = new Map();
  for (const minute of minutes) {
    const known = terms.every(
      ({ counts, zeroWhenAbsent }) => zeroWhenAbsent || counts.has(minute),
    );
    if (!known) continue;
    const count = terms.reduce(
      (all, { sign, counts }) => all + sign * (counts.get(minute) ?? 0),
      0,
    );
    sum.set(minute, count);
  }
  return sum;
}
