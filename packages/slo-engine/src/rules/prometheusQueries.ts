import { Indicator, MetricSpec } from '../types';
import { PromQuery, readPromQl } from './readPromQl';

/** What a query of an indicator gives. @public */
export type PromRole = 'good' | 'bad' | 'total' | 'ratio' | 'value';

/** A query of an indicator, with what it gives and where it is written. @public */
export interface IndicatorQuery {
  role: PromRole;
  metric: MetricSpec;
  query: PromQuery;
}

/** What keeps a query from being read. @public */
export interface QueryProblem {
  /** Where in the indicator: `ratioMetric.good.metricSource.spec.query`. */
  field: string;
  message: string;
}

const MOST_CHARACTERS = 16_384;

/** Reads the PromQL of an indicator: its queries in the order of their roles, or all that is wrong with them. @public */
export function prometheusQueries(
  indicator: Indicator,
): { queries: IndicatorQuery[] } | { problems: QueryProblem[] } {
  const queries: IndicatorQuery[] = [];
  const problems: QueryProblem[] = [];
  for (const { role, metric, field } of metricsOf(indicator)) {
    const read = readQuery(metric);
    if (typeof read === 'string') problems.push({ field, message: read });
    else queries.push({ role, metric, query: read });
  }
  return problems.length ? { problems } : { queries };
}

/** The metrics of an indicator. `field` is where the query stands in the document. @public */
export function metricsOf(
  indicator: Indicator,
): { role: PromRole; metric: MetricSpec; field: string }[] {
  const at = (path: string) => `${path}.metricSource.spec.query`;
  switch (indicator.kind) {
    case 'ratio':
      return (['good', 'bad', 'total'] as const).flatMap(role => {
        const metric = indicator[role];
        return metric
          ? [{ role, metric, field: at(`ratioMetric.${role}`) }]
          : [];
      });
    case 'raw-ratio':
      return [
        { role: 'ratio', metric: indicator.raw, field: at('ratioMetric.raw') },
      ];
    default:
      return [
        {
          role: 'value',
          metric: indicator.metric,
          field: at('thresholdMetric'),
        },
      ];
  }
}

function readQuery({ spec }: MetricSpec): PromQuery | string {
  const { query } = spec;
  if (typeof query !== 'string') {
    return 'the query is missing: write PromQL into metricSource.spec.query';
  }
  if (query.length > MOST_CHARACTERS) {
    return `the query has ${query.length} characters: shorten it to ${MOST_CHARACTERS}, for example with a recording rule`;
  }
  try {
    return readPromQl(query);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
}
