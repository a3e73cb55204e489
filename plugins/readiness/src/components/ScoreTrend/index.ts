export * from './ScoreTrend';
