import {
  EvidenceKind,
  EvidenceReader,
  Pace,
  ReadResult,
} from '@maestro-conductor/plugin-evidence-common';
import { glance } from './reader/glance';
import { unpaced } from './reader/unpaced';

/** Which reader knew the artifact. @public */
export interface RecognisedFormat {
  format: string;
  kind: EvidenceKind;
  mediaType: string;
}

/**
 * As `ReadResult`, with the format that was recognised; where none was, with the reason as far as it can be told.
 *
 * @public
 */
export type Recognition =
  | (Extract<ReadResult, { status: 'ok' }> & RecognisedFormat)
  | (Extract<ReadResult, { status: 'invalid' }> & RecognisedFormat)
  | { status: 'not-recognised'; message: string };

/**
 * Finds out by its content what an artifact is, and reads it.
 *
 * The readers are asked in their order; the first that can read the artifact wins, else the first that knows it and
 * finds it broken. With a `kind`, only readers of that kind are asked. Readers give way by `pace`; without one they
 * work through.
 *
 * @public
 */
export async function recognise(
  content: Uint8Array,
  readers: readonly EvidenceReader[],
  options: { kind?: EvidenceKind; pace?: Pace } = {},
): Promise<Recognition> {
  const { kind, pace = unpaced } = options;
  const candidates = readers.filter(
    reader => kind === undefined || reader.kind === kind,
  );
  let broken: Recognition | undefined;
  for (const reader of candidates) {
    const result = await reader.read(content, pace);
    if (result.status === 'not-recognised') continue;
    const { format, mediaType } = reader;
    const recognised = { ...result, format, kind: reader.kind, mediaType };
    if (recognised.status === 'ok') return recognised;
    broken ??= recognised;
  }
  return (
    broken ?? {
      status: 'not-recognised',
      message: `${reasonFor(content)}${expectation(candidates, kind)}`,
    }
  );
}

function reasonFor(content: Uint8Array): string {
  if (content.length === 0) return 'the file is empty';
  const { head, problem } = glance(content);
  if (problem) return problem;
  return head.trim() === ''
    ? 'the file starts with nothing but white space'
    : 'the content is of no known format';
}

function expectation(
  candidates: readonly EvidenceReader[],
  kind: EvidenceKind | undefined,
): string {
  const formats = candidates.map(reader => reader.format).join(', ');
  const scope = kind ? ` of the kind ${kind}` : '';
  return formats
    ? `; formats${scope} that can be read: ${formats}`
    : `; no format${scope} can be read here`;
}
