import {
  PushedSeries,
  PushSamplesResult,
} from '@maestro-conductor/plugin-slo-common';

/** What the portal takes at once, and well below its limit of bytes. */
const MOST_SERIES = 100;
const MOST_SAMPLES = 50_000;

/**
 * Pushes any number of series, as many at once as the portal takes, one request after the other.
 *
 * @returns what became of each; `index` is its place in the whole list
 * @internal
 */
export async function pushInPieces(
  series: readonly PushedSeries[],
  push: (items: PushedSeries[]) => Promise<{ items: PushSamplesResult[] }>,
): Promise<PushSamplesResult[]> {
  const results: PushSamplesResult[] = [];
  let start = 0;
  for (const piece of piecesOf(series)) {
    const { items } = await push(piece);
    for (const item of items) {
      results.push({ ...item, index: start + item.index });
    }
    start += piece.length;
  }
  return results;
}

function* piecesOf(series: readonly PushedSeries[]): Iterable<PushedSeries[]> {
  let piece: PushedSeries[] = [];
  let samples = 0;
  for (const one of series) {
    const isFull =
      piece.length >= MOST_SERIES ||
      samples + one.samples.length > MOST_SAMPLES;
    if (isFull && piece.length > 0) {
      yield piece;
      piece = [];
      samples = 0;
    }
    piece.push(one);
    samples += one.samples.length;
  }
  if (piece.length > 0) yield piece;
}
