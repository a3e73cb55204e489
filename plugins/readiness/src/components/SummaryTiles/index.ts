export * from './SummaryTiles';
