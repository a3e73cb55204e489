export * from './prometheusQueries';
export * from './prometheusRules';
export * from './readPromQl';
export { sharesMetric } from './eventCounts';
