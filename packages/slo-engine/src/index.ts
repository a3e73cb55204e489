/**
 * Service level objectives as pure functions, which the backend and the command line share.
 *
 * @packageDocumentation
 */
export * from './openslo';
export * from './time';
export * from './alerts';
export * from './samples';
export * from './budget';
export * from './rules';
export * from './types';
