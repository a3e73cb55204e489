export * from './SloTab';
