import {
  EvidenceKind,
  EvidenceReader,
  FactReading,
  ItemError,
  Pace,
} from '@maestro-conductor/plugin-evidence-common';
import { itemError } from './itemError';

/** What an artifact turned out to be. `format` and `mediaType` are `''` where no reader is installed for its kind. */
export interface Artifact {
  kind: EvidenceKind;
  format: string;
  mediaType: string;
  readings: FactReading[];
  /** What the artifact itself says, ISO 8601, not yet checked. */
  observedAt?: string;
}

/**
 * Finds the reader that knows an artifact: among those of its kind, or among all where the kind was not sent. One that readers of
 * several kinds can read is refused until its kind is sent.
 *
 * A kind that no reader is installed for is kept unread. An artifact that its kind's readers do not know is refused.
 */
export async function readArtifact(
  content: Uint8Array,
  options: {
    kind?: EvidenceKind;
    readers: readonly EvidenceReader[];
    /** By which readers give way, so that a large artifact holds nobody up. */
    pace: Pace;
  },
): Promise<Artifact | ItemError> {
  const { kind, readers, pace } = options;
  if (content.byteLength === 0) {
    return itemError('UnreadableArtifact', 'file', 'file: is empty.');
  }
  const candidates = readers.filter(
    reader => kind === undefined || reader.kind === kind,
  );
  if (kind !== undefined && candidates.length === 0) {
    return { kind, format: '', mediaType: '', readings: [] };
  }
  const read: Artifact[] = [];
  let invalid: ItemError | undefined;
  for (const reader of candidates) {
    const result = await reader.read(content, pace);
    if (result.status === 'ok') {
      read.push({
        kind: reader.kind,
        format: reader.format,
        mediaType: reader.mediaType,
        readings: result.facts,
        observedAt: result.observedAt,
      });
    }
    if (result.status === 'invalid' && !invalid) {
      const field = result.field || 'file';
      invalid = itemError(
        'UnreadableArtifact',
        field,
        `${reader.format}: ${result.message}`,
      );
    }
  }
  const [first, ...others] = read;
  if (others.some(other => other.kind !== first.kind)) {
    return ambiguous(read);
  }
  return first ?? invalid ?? notRecognised(kind, candidates);
}

function ambiguous(read: readonly Artifact[]): ItemError {
  const kinds = read.map(artifact => `${artifact.kind} (${artifact.format})`);
  return itemError(
    'InvalidField',
    'kind',
    `kind: the file can be read as ${kinds.join(' and as ')}. Name its kind.`,
  );
}

function notRecognised(
  kind: EvidenceKind | undefined,
  candidates: readonly EvidenceReader[],
): ItemError {
  const formats = candidates.map(reader => reader.format).join(', ');
  return kind === undefined
    ? itemError(
        'InvalidField',
        'kind',
        `kind: the file was not recognised as any of ${
          formats || 'no installed format'
        }. Name its kind.`,
      )
    : itemError(
        'UnreadableArtifact',
        'file',
        `file: is not of a format that is read for kind ${kind}: ${formats}. Send one of these, or correct the kind.`,
      );
}
