export * from './HeatMap';
