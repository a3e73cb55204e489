/**
 * Readers of the report formats that CI pushes as evidence: bytes in, facts out. Pure, for the portal and the command
 * line alike.
 *
 * @packageDocumentation
 */
export { chaosReader } from './chaos/chaosReader';
export { factsReader } from './facts/factsReader';
export { junitReader } from './junit/junitReader';
export { k6Reader } from './k6/k6Reader';
export { lcovReader } from './lcov/lcovReader';
export { MAX_ARTIFACT_BYTES } from './reader/bounds';
export { unpaced } from './reader/unpaced';
export * from './recognise';
export { standardReaders } from './standardReaders';
