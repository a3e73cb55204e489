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
 * Gives way: other work of the process may run until it resolves. Whoever calls a reader decides how often that
 * really happens; what a reader answers never depends on it.
 *
 * @public
 */
export type Pace = () => Promise<void>;

/**
 * Reads one format. Pure: the same bytes always give the same answer.
 *
 * Cooperative: artifacts have up to 50 MiB, and the process that reads them serves others meanwhile. A reader awaits
 * `pace()` after each bounded portion of work (some milliseconds; 64 KiB are a good measure) and never works on a large
 * artifact as a whole. A format that cannot be read in portions, such as JSON, gets a bound on its size, with an
 * `invalid` that names the bound and the way out. What is not of its format a reader tells by the beginning.
 *
 * @public
 */
export interface EvidenceReader {
  /** For example `lcov`. */
  format: string;
  kind: EvidenceKind;
  /** For example `text/plain`. */
  mediaType: string;
  read(content: Uint8Array, pace: Pace): Promise<ReadResult>;
}
