export * from './EvidenceApi';
export * from './EvidenceClient';
