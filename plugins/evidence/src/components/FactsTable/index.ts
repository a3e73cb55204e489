export * from './FactsTable';
