import { InputError } from '@backstage/errors';
import { PushedSeries } from '@maestro-conductor/plugin-slo-common';

const MINUTE_MS = 60_000;

/** One sample, as options say it. @internal */
export interface SeriesOptions {
  entity: string;
  env: string;
  slo: string;
  objective: string;
  good: number;
  total: number;
  time: string;
  minutes: number;
  series: string;
  counter: boolean;
}

/**
 * The series that options describe.
 *
 * @param now - without a time, the minutes that ended last are meant
 * @throws InputError naming the option that is missing or wrong
 * @internal
 */
export function seriesOf(
  options: Partial<SeriesOptions>,
  now: Date,
): PushedSeries {
  const { entity, slo, good, total } = options;
  for (const name of ['entity', 'slo', 'good', 'total'] as const) {
    if (options[name] === undefined) {
      throw new InputError(`--${name} is missing: give it, or a file.`);
    }
  }
  if (good! > total!) {
    throw new InputError(`--good: ${good} is more than the total of ${total}.`);
  }
  const { minutes = 1, time = startOf(now, minutes) } = options;
  return {
    entityRef: entity!,
    environment: options.env,
    slo: slo!,
    objective: options.objective,
    series: options.series,
    form: options.counter ? 'counter' : undefined,
    samples: [{ time, minutes, good: good!, total: total! }],
  };
}

function startOf(now: Date, minutes: number): string {
  const end = Math.floor(now.getTime() / MINUTE_MS);
  return new Date((end - minutes) * MINUTE_MS).toISOString();
}
