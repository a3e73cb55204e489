/**
 * The module of the evidence plugin that takes facts from catalog entities.
 *
 * @packageDocumentation
 */
export {
  evidenceModuleCatalog,
  evidenceModuleCatalog as default,
} from './module';
