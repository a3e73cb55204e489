export * from './Command';
