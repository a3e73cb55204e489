import { FormAnswer } from './postForm';
import { PrometheusProblem } from './PrometheusProblem';
import { PromSeries } from './types';

/** More series than this are a mistake of labels, not an objective. */
export const MOST_SERIES = 1_000;

interface Envelope {
  status?: string;
  error?: string;
  errorType?: string;
  warnings?: string[];
  data?: { resultType?: string; result?: unknown };
}

interface MatrixItem {
  metric: Record<string, string>;
  values?: [number, string][];
}

/**
 * Takes the series out of an answer of Prometheus.
 *
 * @throws PrometheusProblem where it is an error, only a part, or none of Prometheus
 */
export function readAnswer({ status, body }: FormAnswer): PromSeries[] {
  const envelope = parse(body);
  if (status !== 200 || envelope?.status !== 'success') {
    throw faultOf(status, envelope);
  }
  // Warnings of the language itself come with whole answers; others mean that a store behind the server was left out.
  const partial = envelope.warnings?.find(
    warning => !warning.startsWith('PromQL'),
  );
  if (partial) {
    throw new PrometheusProblem(
      'server',
      `it answered only in part: ${plain(partial)}`,
    );
  }
  const { resultType, result } = envelope.data ?? {};
  if (resultType !== 'matrix' || !Array.isArray(result)) {
    throw new PrometheusProblem(
      'query',
      `the query gives ${
        resultType === 'scalar' || resultType === 'string'
          ? `a ${resultType}`
          : 'no series'
      }: write one that gives series`,
    );
  }
  if (result.length > MOST_SERIES) {
    throw new PrometheusProblem(
      'query',
      `the query has ${result.length} series, more than ${MOST_SERIES}: narrow it down, or add them up with a recording rule`,
    );
  }
  return (result as MatrixItem[]).map(seriesOf);
}

function parse(body: string): Envelope | undefined {
  try {
    return JSON.parse(body);
  } catch {
    return undefined; // told apart by the status: the cause is never in the text itself
  }
}

function faultOf(status: number, envelope?: Envelope): PrometheusProblem {
  const words = envelope?.error ? plain(envelope.error) : '';
  if (status === 422 && /too many samples/.test(words)) {
    return new PrometheusProblem('too-large', words);
  }
  if (words && (status === 400 || status === 422)) {
    return new PrometheusProblem('query', `it refuses the query: ${words}`);
  }
  if (status === 401 || status === 403) {
    return new PrometheusProblem(
      'server',
      `it refuses us with ${status}: check slo.prometheus.servers, auth and headers`,
    );
  }
  if (status === 200) {
    return new PrometheusProblem(
      'server',
      'its answer is broken off or no JSON',
    );
  }
  return new PrometheusProblem(
    'server',
    `it answered with ${status}${words && `: ${words}`}`,
  );
}

function seriesOf({ metric, values = [] }: MatrixItem): PromSeries {
  const names = Object.keys(metric).sort();
  const series: PromSeries = {
    key: JSON.stringify(names.map(name => [name, metric[name]])),
    times: [],
    values: [],
  };
  for (const [seconds, text] of values) {
    const value = Number(text);
    if (!Number.isFinite(value)) continue;
    series.times.push(Math.round(seconds * 1000));
    series.values.push(value);
  }
  return series;
}

/** Words of the server as one short line. */
function plain(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)} …` : line;
}
