import { FactReading } from './facts';
import { EvidenceKind } from './kinds';

/**
 * What came of reading an artifact.
 *
 * - `ok`: it is of this format; the facts it holds. `observedAt` where the artifact itself says when it was made (ISO 8601).
 * - `not-recognised`: it is something else; another reader may know it.
 * - `invalid`: it is of this format and broken; `field` and `message` say where, which rule, and the way out.
 *
 * @public
 */
export type ReadResult =
  | { status: 'ok'; facts: FactReading[]; observedAt?: string }
  | { status: 'not-recognised' }
  | { status: 'invalid'; field: string; message: string };

/**
 * Reads one format. Pure: the same bytes always give the same answer.
 *
 * @public
 */
export interface EvidenceReader {
  /** For example `lcov`. */
  format: string;
  kind: EvidenceKind;
  /** For example `text/plain`. */
  mediaType: string;
  read(content: Uint8Array): ReadResult;
}
