/**
 * The module of TechDocs that renders docs of folders on the portal's own machine.
 *
 * @packageDocumentation
 */
export {
  techdocsModuleFolder,
  techdocsModuleFolder as default,
} from './module';
