import { deflateRawSync } from 'node:zlib';
import { ByteWriter } from './ByteWriter';
import { DayCounts, MINUTES_PER_DAY } from './DayCounts';

/** First byte of a block. */
export const DAY_FORMAT = 1;

/** Second byte of a block: which columns are whole numbers. */
export const COLUMNS = { whole: 0, fractionalGood: 1, fractional: 2 } as const;

/** Greater numbers are written as fractions: the difference of two, doubled, must still be exact. */
const GREATEST_WHOLE = 2 ** 51;

/** A number takes at most eight bytes; a run of minutes two. */
const MOST_BYTES = MINUTES_PER_DAY * (2 + 8 + 8) + 2;

/**
 * Packs a day.
 *
 * Format 1: a byte for the format, a byte for the columns, then deflated: lengths of the runs of missing and of seen minutes in turn, beginning
 * with missing; the totals of the seen minutes; then what tells their good. Whole totals are differences to the total before (0, −1, 1, −2 as
 * 0, 1, 2, 3), whole good is the number of bad; both as varints. Fractions are float64, lowest byte first, and for good, good itself.
 *
 * Of a service whose traffic follows the hours of the day with 0.2 % errors, a day takes about 0.5 KB at one request in two minutes, 1.3 KB at
 * 60 a minute, 1.8 KB at 300, 3 KB at 6,000; a year 0.2 to 1.1 MB. That is close to the noise in the counts, which nothing can pack. Ratios
 * with all their digits take up to 11 KB a day. Packing takes about 0.1 ms: of whole numbers, zlib's higher levels would save 4 % for twice
 * the time; of fractions that were spread evenly, half.
 *
 * @public
 */
export function encodeDay(day: DayCounts): Uint8Array {
  const columns = columnsOf(day);
  const writer = new ByteWriter(MOST_BYTES);
  writeRuns(writer, day);
  if (columns === COLUMNS.fractional) writeFloats(writer, day.total);
  else writeDifferences(writer, day.total);
  if (columns === COLUMNS.whole) writeBad(writer, day);
  else writeFloats(writer, day.good);
  const packed = deflateRawSync(writer.written(), {
    level: columns === COLUMNS.whole ? 1 : 6,
  });
  const block = new Uint8Array(packed.length + 2);
  block.set([DAY_FORMAT, columns]);
  block.set(packed, 2);
  return block;
}

function columnsOf({ good, total }: DayCounts): number {
  let columns: number = COLUMNS.whole;
  for (let index = 0; index < total.length; index += 1) {
    if (Number.isNaN(total[index])) continue;
    if (!isWhole(total[index])) return COLUMNS.fractional;
    const bad = total[index] - good[index];
    if (!isWhole(good[index]) || bad < 0) columns = COLUMNS.fractionalGood;
  }
  return columns;
}

function isWhole(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= GREATEST_WHOLE;
}

function writeRuns(writer: ByteWriter, { total }: DayCounts): void {
  let seen = false;
  let length = 0;
  for (const value of total) {
    if (Number.isNaN(value) === seen) {
      writer.writeVarint(length);
      seen = !seen;
      length = 0;
    }
    length += 1;
  }
  writer.writeVarint(length);
}

function writeDifferences(writer: ByteWriter, total: Float64Array): void {
  let before = 0;
  for (const value of total) {
    if (Number.isNaN(value)) continue;
    const difference = value - before;
    writer.writeVarint(difference < 0 ? -2 * difference - 1 : 2 * difference);
    before = value;
  }
}

function writeBad(writer: ByteWriter, { good, total }: DayCounts): void {
  for (let index = 0; index < total.length; index += 1) {
    if (Number.isNaN(total[index])) continue;
    writer.writeVarint(total[index] - good[index]);
  }
}

function writeFloats(writer: ByteWriter, values: Float64Array): void {
  for (const value of values) {
    if (!Number.isNaN(value)) writer.writeFloat(value);
  }
}
