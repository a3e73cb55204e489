export * from './SourceNote';
