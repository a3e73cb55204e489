export * from './ReadinessTab';
