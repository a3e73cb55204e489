export * from './RecordDetail';
