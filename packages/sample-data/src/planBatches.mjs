const BATCH = 50;

/**
 * In which order to push: first the newest record of each file, from which today's scores come, then the past, newest first.
 *
 * @param {import('./schedule.mjs').SampleRecord[]} records   The newest first.
 * @returns {import('./schedule.mjs').SampleRecord[][]}
 */
export function planBatches(records) {
  const seen = new Set();
  const newest = [];
  const past = [];
  for (const record of records) {
    (seen.has(record.file) ? past : newest).push(record);
    seen.add(record.file);
  }
  return [...chunks(newest), ...chunks(past)];
}

function chunks(records) {
  const result = [];
  for (let at = 0; at < records.length; at += BATCH) {
    result.push(records.slice(at, at + BATCH));
  }
  return result;
}
