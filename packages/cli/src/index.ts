/**
 * The `conductor` command, for pipelines and people.
 *
 * @packageDocumentation
 */
export { runCli } from './runCli';
export type { CliContext } from './lib/CliContext';
