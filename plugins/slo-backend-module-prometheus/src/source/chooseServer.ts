import { MetricSpec } from '@maestro-conductor/slo-engine';
import { PrometheusClient } from '../client/PrometheusClient';

/**
 * The configured server that a metric means: by the address of its DataSource, else by the name of the DataSource, else the only one. A document
 * can choose among configured servers, and name no other.
 *
 * @returns the client, or what is wrong
 */
export function chooseServer(
  { dataSource, connection }: MetricSpec,
  clients: readonly PrometheusClient[],
): PrometheusClient | string {
  const names = clients.map(({ server }) => server.name).join(', ');
  if (clients.length === 0) {
    return 'no Prometheus is configured: name one in slo.prometheus.servers';
  }
  const url = connection?.url;
  if (typeof url === 'string') {
    const wanted = url.replace(/\/+$/, '');
    return (
      clients.find(({ server }) => server.url === wanted) ??
      `the address of the DataSource is not configured: add it to slo.prometheus.servers, or use one of ${names}`
    );
  }
  if (dataSource !== undefined) {
    return (
      clients.find(({ server }) => server.name === dataSource) ??
      `slo.prometheus.servers has no ${dataSource}; it has ${names}`
    );
  }
  if (clients.length === 1) return clients[0];
  return `several servers are configured: name one of ${names} by a DataSource`;
}
