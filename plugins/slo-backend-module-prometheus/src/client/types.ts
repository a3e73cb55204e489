/** A server as configured. Durations are milliseconds. @public */
export interface PrometheusServer {
  name: string;
  /** Without a slash at its end. */
  url: string;
  /** With authentication. Secret. */
  headers: Record<string, string>;
  /** PEM. */
  ca?: string;
  /** Longest time between two samples of one series. */
  scrapeInterval: number;
  /** How long after a minute all its samples are there. */
  delay: number;
  timeout: number;
  /** Queries at the same time. */
  concurrency: number;
}

/** One series of an answer. NaN and infinite values are left out: they count nothing. */
export interface PromSeries {
  /** The same for the same labels. */
  key: string;
  /** Milliseconds since 1970, rising. */
  times: number[];
  /** As many. */
  values: number[];
}

/** Moments between minutes, counted in minutes since 1970: the one at 0 is where minute 0 begins. */
export interface Marks {
  from: number;
  to: number;
}
