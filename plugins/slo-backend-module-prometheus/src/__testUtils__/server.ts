import { PrometheusServer } from '../client/types';

/** A configured server with short times. */
export function serverAt(
  url: string,
  more: Partial<PrometheusServer> = {},
): PrometheusServer {
  return {
    name: 'main',
    url,
    headers: {},
    scrapeInterval: 15_000,
    delay: 30_000,
    timeout: 20_000,
    concurrency: 4,
    ...more,
  };
}
