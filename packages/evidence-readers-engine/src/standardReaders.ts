import { EvidenceReader } from '@maestro-conductor/plugin-evidence-common';
import { chaosReader } from './chaos/chaosReader';
import { factsReader } from './facts/factsReader';
import { junitReader } from './junit/junitReader';
import { k6Reader } from './k6/k6Reader';
import { lcovReader } from './lcov/lcovReader';

/**
 * All readers of this package. No artifact is read by two of them with success, except one that was made to be.
 *
 * @public
 */
export const standardReaders: readonly EvidenceReader[] = [
  lcovReader,
  junitReader,
  k6Reader,
  chaosReader,
  factsReader,
];
