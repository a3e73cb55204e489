/**
 * A real Prometheus for tests and benchmarks.
 *
 * @packageDocumentation
 */
export * from './hasPrometheus';
export * from './Prometheus';
