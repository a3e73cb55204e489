export * from './RecordContent';
