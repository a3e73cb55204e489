const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
/** `${name}`, or `${time}` with seconds before it: `${time-2.5}`. */
const PLACEHOLDER = /\$\{(\w+)(?:-([\d.]+))?\}/g;

/**
 * What `${name}` stands for in a file: a value as it is; or what happened so many days before the anchor, and where `everyDays`
 * is given again after so many days.
 *
 * @typedef {Record<string, string | number | { daysAgo: number, everyDays?: number }>} Variables
 */

/**
 * What a file is filled with: text by name, and the time of the run.
 *
 * @typedef {{ time: Date, [name: string]: string | Date }} Values
 */

/**
 * The values at the time of a run.
 *
 * @param {Variables} variables
 * @param {{ time: Date, anchor: Date }} options
 * @returns {Values}
 */
export function valuesAt(variables, { time, anchor }) {
  const texts = Object.entries(variables).map(([name, value]) => [
    name,
    typeof value === 'object'
      ? lastTime(value, { time, anchor }).toISOString()
      : String(value),
  ]);
  return { ...Object.fromEntries(texts), time };
}

function lastTime({ daysAgo, everyDays }, { time, anchor }) {
  const first = anchor.getTime() - daysAgo * DAY;
  if (!everyDays) return new Date(first);
  const period = everyDays * DAY;
  const rounds = Math.floor((time.getTime() - first) / period);
  return new Date(first + rounds * period);
}

/**
 * Puts values in the place of `${name}`, and moments of the run in the place of `${time}` and `${time-2.5}`.
 *
 * @param {string} text
 * @param {Values} values
 * @throws where a name has no value
 */
export function fill(text, values) {
  return text.replace(PLACEHOLDER, (_, name, secondsBefore = '0') => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(
        `"${name}" has no value: add it to variables in schedule.yaml.`,
      );
    }
    return value instanceof Date
      ? new Date(value.getTime() - secondsBefore * SECOND).toISOString()
      : value;
  });
}
