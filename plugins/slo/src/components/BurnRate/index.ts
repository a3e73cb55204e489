export * from './BurnRate';
