export * from './ObjectivesTable';
