import { inflateRawSync } from 'node:zlib';
import { ByteReader } from './ByteReader';
import { DayCounts, emptyDay, MINUTES_PER_DAY } from './DayCounts';
import { COLUMNS, DAY_FORMAT } from './encodeDay';

/** More than any day takes, so that a damaged block cannot fill the memory. */
const MOST_BYTES = 32_768;

/**
 * Unpacks what `encodeDay` packed; takes about 0.03 to 0.04 ms.
 *
 * @throws RangeError where the bytes are no block of a format that is known
 *
 * @public
 */
export function decodeDay(bytes: Uint8Array): DayCounts {
  const [format, columns] = bytes;
  if (format !== DAY_FORMAT || !(columns <= COLUMNS.fractional)) {
    throw new RangeError(
      `A block of a day begins with ${DAY_FORMAT} and 0, 1 or 2, this one with ${format} and ${columns}`,
    );
  }
  const reader = new ByteReader(unpack(bytes.subarray(2)));
  const day = emptyDay();
  const seen = readRuns(reader);
  if (columns === COLUMNS.fractional) readFloats(reader, seen, day.total);
  else readTotals(reader, seen, day.total);
  if (columns === COLUMNS.whole) readGood(reader, seen, day);
  else readFloats(reader, seen, day.good);
  if (!reader.atEnd)
    throw new RangeError('A block of a day has bytes to spare');
  return day;
}

/** The runs of minutes that were seen: first minute and the one after the last. */
type Runs = [from: number, to: number][];

function unpack(packed: Uint8Array): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: MOST_BYTES });
  } catch (error) {
    throw new RangeError(`A block of a day cannot be unpacked: ${error}`);
  }
}

function readRuns(reader: ByteReader): Runs {
  const runs: Runs = [];
  let at = 0;
  for (let seen = false; at < MINUTES_PER_DAY; seen = !seen) {
    const end = at + reader.readVarint();
    if (seen) runs.push([at, end]);
    at = end;
  }
  if (at > MINUTES_PER_DAY) {
    throw new RangeError('A block of a day has too many minutes');
  }
  return runs;
}

function readTotals(reader: ByteReader, runs: Runs, total: Float64Array): void {
  let value = 0;
  for (const [from, to] of runs) {
    for (let index = from; index < to; index += 1) {
      const written = reader.readVarint();
      value += written % 2 === 0 ? written / 2 : -(written + 1) / 2;
      total[index] = value;
    }
  }
}

function readGood(reader: ByteReader, runs: Runs, day: DayCounts): void {
  for (const [from, to] of runs) {
    for (let index = from; index < to; index += 1) {
      day.good[index] = day.total[index] - reader.readVarint();
    }
  }
}

function readFloats(
  reader: ByteReader,
  runs: Runs,
  values: Float64Array,
): void {
  for (const [from, to] of runs) {
    for (let index = from; index < to; index += 1) {
      values[index] = reader.readFloat();
    }
  }
}
