export * from './RecordOrigin';
