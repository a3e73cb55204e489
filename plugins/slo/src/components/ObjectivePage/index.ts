export * from './ObjectivePage';
