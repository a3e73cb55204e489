export * from './LinkedRecord';
