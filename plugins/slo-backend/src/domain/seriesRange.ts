import { InputError } from '@backstage/errors';

const USUAL_POINTS = 300;
const MOST_POINTS = 500;
/** Samples are kept for little more than the longest window, a year. */
const MOST_DAYS = 400;

/** The range of charts, in minutes since 1970. @throws InputError naming the field */
export function seriesRange(
  request: { from?: string; to?: string; points?: number },
  now: Date,
): { from?: number; to?: number; points: number } {
  const { points = USUAL_POINTS } = request;
  if (!Number.isInteger(points) || points < 2 || points > MOST_POINTS) {
    throw new InputError(`points must be a whole number, 2 to ${MOST_POINTS}`);
  }
  const from = minuteOf('from', request.from);
  const to = minuteOf('to', request.to);
  const current = now.getTime() / 60_000;
  if (from !== undefined && from < current - MOST_DAYS * 1_440) {
    throw new InputError(`from must be within the last ${MOST_DAYS} days`);
  }
  if (from !== undefined && from >= Math.min(to ?? current, current)) {
    throw new InputError('from must be before to, and before now');
  }
  if (to !== undefined && to < current - MOST_DAYS * 1_440) {
    throw new InputError(`to must be within the last ${MOST_DAYS} days`);
  }
  return { from, to, points };
}

function minuteOf(field: string, text: string | undefined) {
  if (text === undefined) return undefined;
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    throw new InputError(
      `${field} must be a time such as 2026-11-20T12:00:00Z, and is ${JSON.stringify(
        text,
      )}`,
    );
  }
  return Math.floor(time / 60_000);
}
