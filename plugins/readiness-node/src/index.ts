/**
 * Extension points of the readiness plugin.
 *
 * @packageDocumentation
 */
export * from './extensions';
