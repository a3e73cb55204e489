export * from './CsvButton';
