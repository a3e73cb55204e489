import { Value } from '../yaml/Value';
import { quote } from '../yaml/quote';

/** What a document says of itself. */
export interface Metadata {
  name: string;
  /** The displayName, else the name. */
  title: string;
  /** By their names. */
  annotations: Map<string, Value>;
}

const NAME = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const MAX_TITLE = 250;
const MAX_ENTRIES = 200;

/** `metadata` of a document, also of one that stands inside another. */
export function readMetadata(value: Value | undefined): Metadata | undefined {
  const fields = value?.fields([
    'name',
    'displayName',
    'labels',
    'annotations',
  ]);
  if (!fields) return undefined;
  const name = readName(fields.need('name'));
  const title = fields.get('displayName')?.text({ max: MAX_TITLE });
  checkLabels(fields.get('labels'));
  const annotations = readAnnotations(fields.get('annotations'));
  return name === undefined
    ? undefined
    : { name, title: title ?? name, annotations };
}

/** A name by RFC 1123, or a reference to one. */
export function readName(value: Value | undefined): string | undefined {
  const text = value?.text();
  if (text === undefined || NAME.test(text)) return text;
  return value?.error(
    'name',
    `${quote(
      text,
    )} is no name: 1 to 63 lower-case letters, digits and "-", with a letter or digit at both ends`,
  );
}

function checkLabels(value: Value | undefined) {
  for (const [, label] of entriesOf(value)) {
    if (label.shape === 'list') label.items(MAX_ENTRIES)?.map(i => i.text());
    else label.text();
  }
}

function readAnnotations(value: Value | undefined): Map<string, Value> {
  const annotations = new Map<string, Value>();
  for (const [name, annotation] of entriesOf(value)) {
    if (annotation.text() !== undefined) annotations.set(name, annotation);
  }
  return annotations;
}

function entriesOf(value: Value | undefined): [string, Value][] {
  const entries = value?.entries() ?? [];
  if (entries.length <= MAX_ENTRIES) return entries;
  value?.error(
    'list-length',
    `has ${entries.length} entries; ${MAX_ENTRIES} at most are read`,
  );
  return [];
}
