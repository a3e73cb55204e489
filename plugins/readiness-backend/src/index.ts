/**
 * The backend of readiness: scores, their history, and the promotion gate.
 *
 * @packageDocumentation
 */
export { readinessPlugin as default } from './plugin';
