/**
 * Types, permissions and names shared by the evidence plugin, its clients and its readers.
 *
 * @packageDocumentation
 */
export * from './changes';
export * from './facts';
export * from './kinds';
export * from './pages';
export * from './permissions';
export * from './pluginFacts';
export * from './readers';
export * from './records';
