import {
  EvidenceReader,
  FactReading,
  ReadResult,
} from '@maestro-conductor/plugin-evidence-common';
import { decodeText } from './decodeText';
import { InvalidArtifactError } from './InvalidArtifactError';
import { MAX_ARTIFACT_BYTES } from './bounds';

const LONGEST_FIELD = 300;
const LONGEST_MESSAGE = 1000;

/** What an artifact that could be read holds. @internal */
export interface ParsedArtifact {
  facts: FactReading[];
  /** ISO 8601, UTC. */
  observedAt?: string;
}

interface ReaderDefinition
  extends Pick<EvidenceReader, 'format' | 'kind' | 'mediaType'> {
  /**
   * Whether a text looks like this format. Gets whole texts and, for files in a wrong encoding, beginnings; cheap.
   */
  looksLike(text: string): boolean;
  /**
   * Gets text that looks like this format; `undefined` where a closer look says that it is another one.
   * Throws an `InvalidArtifactError` where a rule of the format is broken.
   */
  parse(text: string): ParsedArtifact | undefined;
}

/**
 * An `EvidenceReader` with what all readers do alike: the size bound, the decoding, and errors as results.
 *
 * @internal
 */
export function defineReader(definition: ReaderDefinition): EvidenceReader {
  const { format, kind, mediaType, looksLike, parse } = definition;
  return {
    format,
    kind,
    mediaType,
    read(content: Uint8Array): ReadResult {
      if (content.length > MAX_ARTIFACT_BYTES) {
        return {
          status: 'invalid',
          field: 'file',
          message: `the file has ${content.length} bytes; ${MAX_ARTIFACT_BYTES} are read at most: split the report`,
        };
      }
      const { text, problem } = decodeText(content);
      if (!looksLike(text)) return { status: 'not-recognised' };
      if (problem) {
        return { status: 'invalid', field: 'encoding', message: problem };
      }
      try {
        const parsed = parse(text);
        return parsed
          ? { status: 'ok', ...parsed }
          : { status: 'not-recognised' };
      } catch (error) {
        if (!(error instanceof InvalidArtifactError)) throw error;
        return {
          status: 'invalid',
          // Names in them come from the artifact.
          field: error.field.slice(0, LONGEST_FIELD),
          message: error.message.slice(0, LONGEST_MESSAGE),
        };
      }
    },
  };
}
