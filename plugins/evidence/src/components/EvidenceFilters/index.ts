export * from './EvidenceFilters';
