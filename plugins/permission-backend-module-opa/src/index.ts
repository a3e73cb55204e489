/**
 * Decides the permissions of a Backstage portal by a Rego policy, compiled to
 * WASM and evaluated in process.
 *
 * @packageDocumentation
 */
export { permissionModuleOpa as default } from './module';
