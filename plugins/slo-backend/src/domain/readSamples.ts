import {
  PushedSample,
  PushedSeries,
} from '@maestro-conductor/plugin-slo-common';
import {
  LONGEST_GAP_MINUTES,
  MinuteCounts,
  spreadEvenly,
} from '@maestro-conductor/slo-engine';
import { PushError, pushError } from './pushError';

/** Samples of one series. */
export const MOST_SAMPLES = 1_440;

/** Clocks differ: samples may be that far ahead. */
const AHEAD_MINUTES = 2;

/** Windows are at most a year; what is older counts nowhere. */
export const KEPT_DAYS = 400;

const OFFSET = /(?:z|[+-]\d{2}:\d{2})$/i;

/** What a series says, by minute. Counters: as they stood at the end of the stretch. */
export type ReadSamples = { samples: MinuteCounts[] } | PushError;

/** Reads the samples of a series; one that breaks a rule takes the whole series with it, so that nothing is kept by halves. */
export function readSamples(
  { samples, form = 'delta' }: PushedSeries,
  now: Date,
): ReadSamples {
  if (samples.length < 1 || samples.length > MOST_SAMPLES) {
    return pushError(
      'InvalidField',
      'samples',
      `must be 1 to ${MOST_SAMPLES} samples, and are ${samples.length}. Push a day at a time.`,
    );
  }
  const read: MinuteCounts[] = [];
  for (const [index, sample] of samples.entries()) {
    const one = readSample(sample, { form, field: `samples[${index}]`, now });
    if (!Array.isArray(one)) return one;
    read.push(...one);
  }
  return { samples: read };
}

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function readSample(
  { time, minutes = 1, good, total }: PushedSample,
  options: { form: string; field: string; now: Date },
): MinuteCounts[] | PushError {
  const { form, field, now } = options;
  const fault = (name: string, message: string) =>
    pushError('InvalidField', `${field}.${name}`, message);
  const ms =
    typeof time === 'string' && OFFSET.test(time) ? Date.parse(time) : NaN;
  if (!(ms % 60_000 === 0)) {
    return fault(
      'time',
      'must be a time in whole minutes with its offset, for example 2026-11-20T12:30:00Z',
    );
  }
  if (
    !Number.isInteger(minutes) ||
    minutes < 1 ||
    minutes > LONGEST_GAP_MINUTES
  ) {
    return fault(
      'minutes',
      `must be a whole number from 1 to ${LONGEST_GAP_MINUTES}, and is ${minutes}`,
    );
  }
  const minute = ms / 60_000;
  const nowMinute = Math.floor(now.getTime() / 60_000);
  if (minute + minutes - 1 > nowMinute + AHEAD_MINUTES) {
    return fault(
      'time',
      `${time} lies in the future. Check the clock of whoever counts`,
    );
  }
  if (minute < nowMinute - KEPT_DAYS * 1_440) {
    return fault(
      'time',
      `${time} is more than ${KEPT_DAYS} days ago, longer than any window`,
    );
  }
  if (!isCount(total)) return fault('total', wrongCount(total));
  if (!isCount(good)) return fault('good', wrongCount(good));
  if (good > total) {
    return fault('good', `is ${good}, more than the total of ${total}`);
  }
  return form === 'counter'
    ? [{ minute: minute + minutes - 1, good, total }]
    : spreadEvenly({ minute, minutes, good, total });
}

function wrongCount(value: unknown): string {
  return `must be a number of events from 0 on, and is ${value}. Leave out minutes of which nothing is known`;
}
