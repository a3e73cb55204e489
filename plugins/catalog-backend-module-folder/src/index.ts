/**
 * The module of the catalog that reads files of the portal's own machine.
 *
 * @packageDocumentation
 */
export { catalogModuleFolder, catalogModuleFolder as default } from './module';
