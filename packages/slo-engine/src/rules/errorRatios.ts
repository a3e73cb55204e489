import { ObjectiveDefinition } from '../types';
import { eventCounts } from './eventCounts';
import { IndicatorQuery } from './prometheusQueries';
import { selectOwn } from './ruleNames';
import { RecordingRule } from './types';
import { windowName } from './windowName';

/** Windows longer than this are added up from what was recorded every five minutes; each event is touched once for it. */
const LONGEST_FROM_EVENTS = 360;
const STEP = 5;

/** How the shares of bad events or slices of an objective are recorded. */
export interface ErrorRatios {
  /** Rules that the others build on, and how often they are evaluated so that their stretches join without overlap. */
  base: { interval: string; rules: RecordingRule[] };
  /** PromQL of the share over a window. */
  over(minutes: number): string;
}

/** Occurrences: bad events ÷ all events of the window, so that a busy minute weighs more than a quiet one. */
export function eventRatios(
  definition: ObjectiveDefinition,
  queries: readonly IndicatorQuery[],
): ErrorRatios {
  const counts = (minutes: number) =>
    eventCounts(definition.indicator, queries, windowName(minutes));
  const name = (what: string) => `slo:sli_${what}:increase${windowName(STEP)}`;
  const { bad, total } = counts(STEP);
  const sum = (what: string, minutes: number) =>
    `sum_over_time(${selectOwn(name(what), definition)}[${windowName(
      minutes,
    )}])`;
  return {
    base: {
      interval: windowName(STEP),
      rules: [
        { record: name('error'), expr: bad },
        { record: name('total'), expr: total },
      ],
    },
    over(minutes) {
      if (minutes > LONGEST_FROM_EVENTS && minutes % STEP === 0) {
        return `sum(${sum('error', minutes)}) / sum(${sum('total', minutes)})`;
      }
      const window = counts(minutes);
      return `${window.bad} / ${window.total}`;
    },
  };
}

/**
 * Time slices: the share of bad slices of the window, which is rounded up to whole slices; of RatioTimeslices the mean of their shares of bad
 * events. A slice without events is good. Prometheus begins slices when it evaluates, not at multiples since 1970.
 */
export function sliceRatios(
  definition: ObjectiveDefinition,
  queries: readonly IndicatorQuery[],
): ErrorRatios {
  const { method, sliceMinutes = 1, sliceTarget = 1 } = definition.rule;
  const slice = windowName(sliceMinutes);
  const { bad, total } = eventCounts(definition.indicator, queries, slice);
  const record = `slo:sli_error:slice${slice}`;
  const expr =
    method === 'Timeslices'
      ? // A share of NaN, that is no events, is not above anything.
        `(${bad} / ${total}) > bool (1 - ${sliceTarget})`
      : `(${bad} / (${total} > 0)) or 0 * ${total}`;
  return {
    base: { interval: slice, rules: [{ record, expr }] },
    over(minutes) {
      const whole = Math.ceil(minutes / sliceMinutes) * sliceMinutes;
      return `sum(avg_over_time(${selectOwn(record, definition)}[${windowName(
        whole,
      )}]))`;
    },
  };
}
