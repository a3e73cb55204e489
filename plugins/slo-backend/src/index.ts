/**
 * Backend of the `slo` plugin.
 *
 * @packageDocumentation
 */
export { sloPlugin as default } from './plugin';
