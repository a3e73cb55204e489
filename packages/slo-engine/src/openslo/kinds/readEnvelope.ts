import { didYouMean } from '../yaml/nearest';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';
import { Metadata, readMetadata } from './readMetadata';

/** The kinds of OpenSLO v1. */
export const KINDS = [
  'Service',
  'SLO',
  'SLI',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;

export type Kind = (typeof KINDS)[number];

/** A document whose kind and name are known, and whose specification is not read yet. */
export interface Envelope {
  kind: Kind;
  metadata: Metadata;
  spec: Value;
  /** The document, for problems and its place. */
  whole: Value;
  /** False where its frame has an error; its specification is read for more of them. */
  isSound: boolean;
}

const FIELDS = ['apiVersion', 'kind', 'metadata', 'spec'];
const API_VERSION = 'openslo/v1';

/**
 * What every document begins with.
 *
 * @param inside - the kind of a document that stands inside another: it has no `apiVersion` of its own, and may leave the kind out where its
 *   place says it
 */
export function readEnvelope(
  whole: Value,
  inside?: Kind,
): Envelope | undefined {
  const before = whole.problems.errors;
  const fields = whole.fields(FIELDS);
  if (!fields) return undefined;
  const version = inside ? fields.get('apiVersion') : fields.need('apiVersion');
  const versionIsRight = version ? checkVersion(version) : inside !== undefined;
  // Another version has other fields: what follows would be noise.
  if (!versionIsRight) return undefined;
  const kind = readKind(inside ? fields.get('kind') : fields.need('kind'));
  if (inside && kind && kind !== inside) {
    return fields.get('kind')?.error('kind', `must be ${inside} here`);
  }
  const metadata = readMetadata(fields.need('metadata'));
  const spec = fields.need('spec');
  const itsKind = kind ?? (fields.get('kind') ? undefined : inside);
  return itsKind && metadata && spec
    ? {
        kind: itsKind,
        metadata,
        spec,
        whole,
        isSound: whole.problems.errors === before,
      }
    : undefined;
}

function checkVersion(version: Value): boolean {
  const text = version.text();
  if (text === API_VERSION) return true;
  if (text !== undefined) {
    version.error(
      'api-version',
      `${quote(text)} is not read: only ${API_VERSION} is`,
    );
  }
  return false;
}

function readKind(value: Value | undefined): Kind | undefined {
  const text = value?.text();
  if (text === undefined) return undefined;
  const kind = KINDS.find(candidate => candidate === text);
  return (
    kind ??
    value?.error(
      'kind',
      `${quote(text)} is no kind of OpenSLO${didYouMean(text, KINDS)}`,
    )
  );
}
