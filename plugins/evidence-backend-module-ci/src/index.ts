/**
 * The module of the evidence plugin that reads the reports of CI.
 *
 * @packageDocumentation
 */
export { evidenceModuleCi, evidenceModuleCi as default } from './module';
