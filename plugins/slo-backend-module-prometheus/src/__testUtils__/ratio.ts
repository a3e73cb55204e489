import { Indicator, MetricSpec } from '@maestro-conductor/slo-engine';

/** A metric with a query, of the only server where none is named. */
export function metric(
  query: string,
  more: Partial<MetricSpec> = {},
): MetricSpec {
  return { type: 'prometheus', spec: { query }, ...more };
}

/** An indicator of counters. */
export function ratio(
  queries: { good?: string; bad?: string; total: string },
  more: { counter?: boolean } = {},
): Indicator {
  const { good, bad, total } = queries;
  return {
    kind: 'ratio',
    counter: true,
    ...more,
    ...(good !== undefined && { good: metric(good) }),
    ...(bad !== undefined && { bad: metric(bad) }),
    total: metric(total),
  };
}
