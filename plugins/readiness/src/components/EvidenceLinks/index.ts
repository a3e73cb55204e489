export * from './EvidenceLinks';
