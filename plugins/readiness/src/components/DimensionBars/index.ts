export * from './DimensionBars';
