import { IndicatorQuery, PromTerm } from '@maestro-conductor/slo-engine';
import { PrometheusClient } from '../client/PrometheusClient';
import { Reading } from '../client/Reading';
import { Marks, PromSeries } from '../client/types';
import { LONGEST_GAP_MINUTES } from '../samples/counterIncreases';

/** How far back a series that appears is looked for: one that was there within a day is back, not new. */
const LOOK_BACK_MINUTES = 1_440;

/** The samples of a term. */
export interface ReadTerm extends Pick<PromTerm, 'sign' | 'zeroWhenAbsent'> {
  /** What its series are asked by. */
  text: string;
  series: PromSeries[];
  /** Keys of series that were there before the samples begin, where any of these begins within the range. */
  known: ReadonlySet<string>;
}

/**
 * The samples of some queries, with as much of the time before the range as is needed to judge its first increases: a few minutes where all
 * series go on, else an hour, and whether the series that begin were there the day before.
 */
export async function readTerms(
  queries: readonly IndicatorQuery[],
  options: { client: PrometheusClient; marks: Marks; reading: Reading },
): Promise<ReadTerm[][]> {
  const { client, marks, reading } = options;
  const minutes = (intervals: number) =>
    Math.ceil((intervals * client.server.scrapeInterval) / 60_000);
  // Enough to hold the sample before the first of each series that goes on.
  const near = { from: marks.from - Math.max(5, minutes(5)), to: marks.to };
  const read = (range: Marks) =>
    Promise.all(queries.map(query => samplesOf(client, query, range, reading)));
  const terms = await read(near);
  const goesOn = terms
    .flat()
    .every(
      ({ series }) =>
        !beginsWithin(series, marks) &&
        cameBackAt(series, marks) >= marks.from - minutes(2),
    );
  if (goesOn) return terms;
  const far = { from: near.from - LONGEST_GAP_MINUTES, to: marks.to };
  return Promise.all(
    (await read(far)).map(some =>
      Promise.all(
        some.map(async term => {
          if (!beginsWithin(term.series, marks)) return term;
          const before = { from: far.from - LOOK_BACK_MINUTES, to: far.from };
          const known = await client.keysWithin(term.text, before, reading);
          return { ...term, known };
        }),
      ),
    ),
  );
}

/** The minute after the last sample before the range, of series whose next sample is in it: from then on its minutes are told anew. */
export function cameBackAt(
  series: readonly PromSeries[],
  { from }: Marks,
): number {
  let earliest = from;
  for (const { times } of series) {
    const next = times.findIndex(time => time > from * 60_000);
    if (next < 1) continue;
    earliest = Math.min(earliest, Math.ceil(times[next - 1] / 60_000));
  }
  return earliest;
}

async function samplesOf(
  client: PrometheusClient,
  { query }: IndicatorQuery,
  marks: Marks,
  reading: Reading,
): Promise<ReadTerm[]> {
  const known: ReadonlySet<string> = new Set();
  if (query.terms.length === 0) {
    const series = await client.atMinutes(query.text, marks, reading);
    return [
      { sign: 1, zeroWhenAbsent: false, text: query.text, series, known },
    ];
  }
  return Promise.all(
    query.terms.map(async ({ sign, zeroWhenAbsent, selector }) => {
      const series = await client.raw(selector, marks, reading);
      return { sign, zeroWhenAbsent, text: selector, series, known };
    }),
  );
}

function beginsWithin(series: readonly PromSeries[], { from }: Marks): boolean {
  return series.some(({ times }) => times[0] > from * 60_000);
}
