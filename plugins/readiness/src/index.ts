/**
 * Shows how ready services and teams are for production.
 *
 * @packageDocumentation
 */
export * from './api';
export { readinessPlugin as default } from './plugin';
