/**
 * Types and permissions shared by the readiness plugin and its clients.
 *
 * @packageDocumentation
 */
export * from './gate';
export * from './permissions';
export * from './scorecard';
export * from './scorecards';
export * from './scores';
export * from './threshold';
export * from './verdictCounting';
