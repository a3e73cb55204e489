export * from './DimensionsTable';
