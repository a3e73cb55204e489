export * from './FactsPanel';
