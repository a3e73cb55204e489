import { ObjectiveQuery } from '@maestro-conductor/plugin-slo-common';
import { Indicator } from '@maestro-conductor/slo-engine';

/** What a source found wrong in an indicator. @public */
export interface IndicatorProblem {
  /** Where in the indicator: `ratioMetric.good.metricSource.spec.query`. */
  field: string;
  /** What is wrong and what to do, in plain words. */
  message: string;
}

/** Asks for the counts of one objective. Minutes are counted since 1970 in UTC. @public */
export interface SampleRequest {
  /** Of the objective. */
  id: string;
  indicator: Indicator;
  /** First minute. */
  from: number;
  /** The minute after the last; it has ended when the request is made. */
  to: number;
}

/** Events of one minute. @public */
export interface MinuteSample {
  /** Since 1970. */
  minute: number;
  /** 0 to total; not necessarily whole. */
  good: number;
  total: number;
}

/** @public */
export type SampleAnswer =
  | {
      /**
       * In the order of time. A minute of which nothing is known is absent: it is never 0. Minutes up to an hour before `from` may come again,
       * where a counter that was away for a while now tells what happened meanwhile; they replace what was said before.
       */
      samples: MinuteSample[];
      /** The minute after the last that was looked at; at most `to` of the request. */
      readUntil: number;
    }
  | {
      /** Why there is no answer, in a sentence without secrets. */
      problem: string;
    };

/**
 * Reads counts of good and of all events from where they are measured.
 *
 * @public
 */
export interface SampleSource {
  /** What `metricSource.type` and `DataSource.spec.type` say, in lower case: `prometheus`. */
  type: string;

  /** What is sent for an indicator, or what is wrong with it. Asks nobody. */
  check(
    indicator: Indicator,
  ): { queries: ObjectiveQuery[] } | { problems: IndicatorProblem[] };

  /**
   * Counts of many objectives, by their id; one that is missing in the answer was not read. A fault that concerns single objectives is
   * their `problem`; rejects only where nothing at all could be read.
   */
  read(
    requests: readonly SampleRequest[],
    options: { signal: AbortSignal },
  ): Promise<Map<string, SampleAnswer>>;
}
