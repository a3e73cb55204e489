export * from './DimensionDetail';
