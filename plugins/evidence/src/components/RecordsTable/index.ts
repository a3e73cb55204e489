export * from './RecordsTable';
