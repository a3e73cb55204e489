/** All that today's scores come from is one. */
const BATCH = 60;

/**
 * In which order to push: first the newest record of each file and service, from which today's scores come, a service at a time so
 * that none is judged half-known for long; then the past, newest first.
 *
 * @param {import('./schedule.mjs').SampleRecord[]} records   The newest first.
 * @returns {import('./schedule.mjs').SampleRecord[][]}
 */
export function planBatches(records) {
  const seen = new Set();
  const newest = [];
  const past = [];
  for (const record of records) {
    const key = `${record.manifest.entity} ${record.file}`;
    (seen.has(key) ? past : newest).push(record);
    seen.add(key);
  }
  newest.sort((a, b) => a.manifest.entity.localeCompare(b.manifest.entity));
  return [...chunks(newest), ...chunks(past)];
}

function chunks(records) {
  const result = [];
  for (let at = 0; at < records.length; at += BATCH) {
    result.push(records.slice(at, at + BATCH));
  }
  return result;
}
