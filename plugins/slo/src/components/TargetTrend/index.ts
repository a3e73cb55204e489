export * from './TargetTrend';
