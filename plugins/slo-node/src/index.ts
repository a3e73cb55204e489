/**
 * How sources of samples join the SLO backend.
 *
 * @packageDocumentation
 */
export * from './extensions';
export * from './SampleSource';
