export * from './SummaryCards';
