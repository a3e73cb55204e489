import {
  EvidenceReader,
  FactReading,
  Pace,
  ReadResult,
} from '@maestro-conductor/plugin-evidence-common';
import { MAX_ARTIFACT_BYTES } from './bounds';
import { glance } from './glance';
import { InvalidArtifactError } from './InvalidArtifactError';
import { portionsOf } from './portions';

const LONGEST_FIELD = 300;
const LONGEST_MESSAGE = 1000;

/** What an artifact that could be read holds. @internal */
export interface ParsedArtifact {
  facts: FactReading[];
  /** ISO 8601, UTC. */
  observedAt?: string;
}

/** An artifact whose beginning was found to be text in UTF-8. @internal */
export interface ArtifactText {
  /** In bytes. */
  size: number;
  /** The first characters, some 64 Ki. */
  head: string;
  /**
   * The whole text in portions, to be read once. Between two of them other work gets its turn. Throws an
   * `InvalidArtifactError` where the bytes are not UTF-8.
   */
  portions: AsyncIterable<string>;
}

interface ReaderDefinition
  extends Pick<EvidenceReader, 'format' | 'kind' | 'mediaType'> {
  /** Whether a text that begins like this looks like this format. Cheap. */
  looksLike(head: string): boolean;
  /**
   * Gets text that looks like this format; `undefined` where a closer look says that it is another one.
   * Throws an `InvalidArtifactError` where a rule of the format is broken.
   */
  parse(artifact: ArtifactText): Promise<ParsedArtifact | undefined>;
}

/**
 * An `EvidenceReader` with what all readers do alike: the size bound, the decoding in portions, and errors as
 * results.
 *
 * @internal
 */
export function defineReader(definition: ReaderDefinition): EvidenceReader {
  const { format, kind, mediaType, looksLike, parse } = definition;
  return {
    format,
    kind,
    mediaType,
    async read(content: Uint8Array, pace: Pace): Promise<ReadResult> {
      if (content.length > MAX_ARTIFACT_BYTES) {
        return {
          status: 'invalid',
          field: 'file',
          message: `the file has ${content.length} bytes; ${MAX_ARTIFACT_BYTES} are read at most: split the report`,
        };
      }
      const { head, problem } = glance(content);
      if (!looksLike(head)) return { status: 'not-recognised' };
      if (problem) {
        return { status: 'invalid', field: 'encoding', message: problem };
      }
      try {
        const parsed = await parse({
          size: content.length,
          head,
          portions: portionsOf(content, pace),
        });
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
