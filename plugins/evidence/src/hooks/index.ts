export * from './useRecordFilter';
export * from './useRecords';
