const DAY = 24 * 60 * 60 * 1000;
/** The server looks no further back. */
const MOST_DAYS = 366;

/** Days that can be chosen with one click, by the word in the address. */
export const SINCE_DAYS = { '1d': 1, '7d': 7, '30d': 30 } as const;

export type SinceWord = keyof typeof SINCE_DAYS;

/** A moment to compare with. */
export interface SinceChoice {
  /** ISO 8601, UTC. */
  since: string;
  /** Absent where a date was chosen. */
  word?: SinceWord;
  /** `2020-03-01`, where a date was chosen. */
  date?: string;
  /** True where the address named what cannot be compared with: the default stands in for it. */
  ignored: boolean;
}

/** The first and the last date that can be chosen, as `2020-03-01`. */
export function sinceLimits(now: number): { min: string; max: string } {
  const day = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { min: day(now - (MOST_DAYS - 1) * DAY), max: day(now) };
}

/** Whether a text is just the day of a time: the 31st of February is read as a day of March. */
function isDay(text: string, time: number): boolean {
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}

/** Reads `1d`, `7d`, `30d` or a date, which begins at midnight UTC. Anything else is the last 7 days. */
export function sinceChoice(
  text: string | undefined,
  now: number,
): SinceChoice {
  const back = (word: SinceWord, ignored = false): SinceChoice => ({
    since: new Date(now - SINCE_DAYS[word] * DAY).toISOString(),
    word,
    ignored,
  });
  if (!text) return back('7d');
  if (Object.hasOwn(SINCE_DAYS, text)) return back(text as SinceWord);
  const { min, max } = sinceLimits(now);
  const time = Date.parse(`${text}T00:00:00Z`);
  if (!isDay(text, time) || text < min || text > max) return back('7d', true);
  return { since: new Date(time).toISOString(), date: text, ignored: false };
}
