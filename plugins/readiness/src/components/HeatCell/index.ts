export * from './HeatCell';
