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
 * `ambiguous` where readers of several kinds can read it: then the kind has to be given.
 *
 * @public
 */
export type Recognition =
  | (Extract<ReadResult, { status: 'ok' }> & RecognisedFormat)
  | (Extract<ReadResult, { status: 'invalid' }> & RecognisedFormat)
  | { status: 'ambiguous'; formats: RecognisedFormat[]; message: string }
  | { status: 'not-recognised'; message: string };

/**
 * Finds out by its content what an artifact is, and reads it.
 *
 * The name of a file is not asked for: names lie. Of the readers that can read the artifact the first counts, unless
 * they are of several kinds; where none can, the first that knows it and finds it broken. With a `kind`, only readers of
 * that kind are asked. Readers give way by `pace`; without one they work through.
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
  const read: Array<Extract<Recognition, { status: 'ok' }>> = [];
  let broken: Recognition | undefined;
  for (const reader of candidates) {
    const result = await reader.read(content, pace);
    if (result.status === 'not-recognised') continue;
    const { format, mediaType } = reader;
    const recognised = { ...result, format, kind: reader.kind, mediaType };
    if (recognised.status === 'ok') read.push(recognised);
    else broken ??= recognised;
  }
  const [first, ...others] = read;
  if (others.some(other => other.kind !== first.kind)) return ambiguous(read);
  if (first) return first;
  return (
    broken ?? {
      status: 'not-recognised',
      message: `${reasonFor(content)}${expectation(candidates, kind)}`,
    }
  );
}

function ambiguous(read: RecognisedFormat[]): Recognition {
  const formats = read.map(({ format, kind, mediaType }) => ({
    format,
    kind,
    mediaType,
  }));
  const names = formats.map(({ format, kind }) => `${format} (kind ${kind})`);
  return {
    status: 'ambiguous',
    formats,
    message: `the content can be read as ${names.join(
      ' and as ',
    )}: say which kind it is`,
  };
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
