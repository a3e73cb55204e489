import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import { IANAZone } from 'luxon';
import { minutesOf } from '../../time';
import { Fields } from '../yaml/Fields';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';

const HOUR = 60;
const YEAR = 365 * 1_440;

/** The window of an SLO: exactly one, from an hour to a year. */
export function readTimeWindow(
  list: Value | undefined,
): ObjectiveWindow | undefined {
  const items = list?.items(10);
  if (items && items.length !== 1) {
    list?.error('time-window', `must have exactly one item`);
  }
  const fields = items?.[0]?.fields(['duration', 'isRolling', 'calendar']);
  if (!fields) return undefined;
  const duration = readLength(fields.need('duration'));
  const isRolling = fields.get('isRolling')?.flag();
  const calendar = fields.get('calendar');
  if (calendar && isRolling) {
    return calendar.error(
      'time-window',
      'a window that rolls has no calendar: set isRolling: false, or leave the calendar out',
    );
  }
  if (calendar) {
    const start = readCalendar(calendar);
    return duration && start
      ? { kind: 'calendar', duration, ...start }
      : undefined;
  }
  if (!isRolling) {
    return fields.whole.error(
      'time-window',
      'says neither isRolling: true nor a calendar to count periods from',
    );
  }
  return duration ? { kind: 'rolling', duration } : undefined;
}

function readLength(value: Value | undefined): string | undefined {
  const duration = value?.duration();
  if (!duration) return undefined;
  const text = `${duration.count}${duration.unit}`;
  const minutes = minutesOf(duration);
  if (minutes >= HOUR && minutes <= YEAR) return text;
  const hint =
    duration.unit === 'm'
      ? `; m is a minute, a month is ${duration.count}M`
      : '';
  return value?.error(
    'window-length',
    `${text} is no window that can be kept: from 1h to 1Y${hint}`,
  );
}

function readCalendar(
  calendar: Value,
): { startTime: string; timeZone: string } | undefined {
  const fields = calendar.fields(['startTime', 'timeZone']);
  const startTime = readStart(fields);
  const timeZone = readZone(fields);
  return startTime && timeZone ? { startTime, timeZone } : undefined;
}

function readStart(fields: Fields | undefined): string | undefined {
  const value = fields?.need('startTime');
  const text = value?.text();
  if (text === undefined) return undefined;
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) {
    return value?.error(
      'calendar-start',
      `${quote(
        text,
      )} is no local time: write it as 2026-01-01 00:00:00, without a zone`,
    );
  }
  // Dates that there are not, like 30 February, come out as others.
  const time = new Date(`${text.replace(' ', 'T')}Z`);
  const isReal =
    !Number.isNaN(time.getTime()) &&
    time.toISOString().startsWith(text.replace(' ', 'T'));
  if (!isReal) {
    return value?.error(
      'calendar-start',
      `${quote(text)} is not in the calendar`,
    );
  }
  const year = time.getUTCFullYear();
  if (year < 1970 || year > 2100 || time.getUTCSeconds() !== 0) {
    return value?.error(
      'calendar-start',
      `${quote(
        text,
      )} must be a whole minute between 1970 and 2100: samples are kept by minutes`,
    );
  }
  return text;
}

/** By its name: an offset such as +02:00 knows nothing of daylight saving. */
function readZone(fields: Fields | undefined): string | undefined {
  const value = fields?.need('timeZone');
  const text = value?.text();
  if (text === undefined) return undefined;
  return /^[A-Za-z]/.test(text) && IANAZone.isValidZone(text)
    ? text
    : value?.error(
        'time-zone',
        `${quote(
          text,
        )} is no time zone: write its IANA name, for example Europe/Berlin or UTC`,
      );
}
