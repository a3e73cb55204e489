/**
 * Extension points and the service other backend plugins use to read evidence.
 *
 * @packageDocumentation
 */
export * from './errors';
export * from './extensions';
export * from './factSheets';
export * from './HttpEvidenceService';
export * from './evidenceServiceRef';
export * from './EvidenceService';
