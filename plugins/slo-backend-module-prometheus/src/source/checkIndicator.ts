import { ObjectiveQuery } from '@maestro-conductor/plugin-slo-common';
import { IndicatorProblem } from '@maestro-conductor/plugin-slo-node';
import {
  Indicator,
  IndicatorQuery,
  metricsOf,
  prometheusQueries,
} from '@maestro-conductor/slo-engine';
import { PrometheusClient } from '../client/PrometheusClient';
import { chooseServer } from './chooseServer';

/** An indicator that can be read: its one server and its queries. */
export interface ReadyIndicator {
  client: PrometheusClient;
  queries: IndicatorQuery[];
}

/** Finds server and queries of an indicator, or all that is wrong with it. Asks nobody. */
export function checkIndicator(
  indicator: Indicator,
  clients: readonly PrometheusClient[],
): ReadyIndicator | { problems: IndicatorProblem[] } {
  const chosen = metricsOf(indicator).map(({ metric, field }) => ({
    field: field.replace('spec.query', 'metricSourceRef'),
    client: chooseServer(metric, clients),
  }));
  const problems = chosen.flatMap(({ field, client }) =>
    typeof client === 'string' ? [{ field, message: client }] : [],
  );
  const read = prometheusQueries(indicator);
  if ('problems' in read) problems.push(...read.problems);
  if (problems.length === 0 && new Set(chosen.map(c => c.client)).size > 1) {
    problems.push({
      field: chosen[0].field,
      message: 'good, bad and total come from several servers: use one for all',
    });
  }
  const [{ client }] = chosen;
  return problems.length || 'problems' in read || typeof client === 'string'
    ? { problems }
    : { client, queries: read.queries };
}

/** The queries as people see them. */
export function shownQueries({ queries }: ReadyIndicator): ObjectiveQuery[] {
  return queries.map(({ role, query }) => ({
    role,
    source: 'prometheus',
    text: query.text,
  }));
}
