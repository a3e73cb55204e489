/**
 * The backend of the evidence plugin.
 *
 * @packageDocumentation
 */
export { evidencePlugin as default } from './plugin';
