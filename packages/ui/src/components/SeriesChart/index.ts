export * from './SeriesChart';
export * from './types';
