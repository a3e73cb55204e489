export * from './getFromPlugin';
