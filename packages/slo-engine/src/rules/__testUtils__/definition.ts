import { defaultAlertRows } from '../../alerts';
import { Indicator, MetricSpec, ObjectiveDefinition } from '../../types';

/** A metric of Prometheus. */
export function prometheus(query: string): MetricSpec {
  return { type: 'prometheus', spec: { query } };
}

/** A ratio of counters. */
export const REQUESTS: Indicator = {
  kind: 'ratio',
  counter: true,
  bad: prometheus('sum(requests_total{job="gateway",code=~"5.."})'),
  total: prometheus('sum(requests_total{job="gateway"})'),
};

/** An objective of 99.9 % over 30 days. */
export function definition(
  more: Partial<ObjectiveDefinition> = {},
): ObjectiveDefinition {
  return {
    slo: 'availability',
    objective: '0',
    title: 'Availability',
    service: 'gateway',
    entityRef: 'component:default/gateway',
    environment: 'production',
    rule: { target: 0.999, method: 'Occurrences' },
    window: { kind: 'rolling', duration: '30d' },
    indicator: REQUESTS,
    alertRows: defaultAlertRows(30 * 1_440),
    at: { file: 'slo.yaml', line: 1 },
    digest: '',
    ...more,
  };
}
