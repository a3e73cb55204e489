/**
 * Shows the evidence and facts of an entity.
 *
 * @packageDocumentation
 */
export * from './api';
export { evidencePlugin as default } from './plugin';
