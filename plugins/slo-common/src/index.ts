/**
 * What the SLO backend, its screens, its sources and the command line share.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './api';
export * from './objectives';
export * from './permissions';
export * from './status';
