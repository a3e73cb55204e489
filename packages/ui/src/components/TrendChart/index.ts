export * from './TrendChart';
export * from './types';
