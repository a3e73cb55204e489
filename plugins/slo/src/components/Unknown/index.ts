export * from './Unknown';
