/**
 * The module of the SLO plugin that reads samples from Prometheus.
 *
 * @packageDocumentation
 */
export { sloModulePrometheus, sloModulePrometheus as default } from './module';
export { PrometheusSource } from './source/PrometheusSource';
export type { PrometheusServer } from './client/types';
