/**
 * The module of the scaffolder that keeps what a template made in a folder of the portal's own machine.
 *
 * @packageDocumentation
 */
export {
  scaffolderModuleFolder,
  scaffolderModuleFolder as default,
} from './module';
