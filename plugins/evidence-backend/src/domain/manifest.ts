import { InputError, isError } from '@backstage/errors';
import {
  EVIDENCE_KINDS,
  EvidenceKind,
  isEvidenceKind,
  ItemError,
} from '@maestro-conductor/plugin-evidence-common';
import { itemError } from './itemError';
import { PUSH_LIMITS } from './limits';
import {
  attemptField,
  entityRefField,
  FieldFault,
  flagField,
  patternField,
  runUrlField,
  textField,
  timeField,
} from './manifestFields';

/** An item of the manifest after its form was checked; nothing was looked up yet. */
export interface ParsedItem {
  file: string;
  entityRef: string;
  kind?: EvidenceKind;
  environment: string;
  commit: string;
  ref: string;
  defaultBranch: boolean;
  run: string;
  attempt: number;
  runUrl?: string;
  observedAt?: Date;
  tenant?: string;
}

const FIELDS = new Set([
  'file',
  'entity',
  'kind',
  'environment',
  'commit',
  'ref',
  'defaultBranch',
  'run',
  'attempt',
  'runUrl',
  'observedAt',
  'tenant',
]);

const ENVIRONMENT = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const COMMIT = /^[0-9a-f]{7,64}$/;

/**
 * Reads the manifest part of a push.
 *
 * @returns Its items as sent, 1 to 200; each is checked on its own by {@link parseItem}.
 * @throws InputError where it is not JSON, not an array, or has no item or too many.
 */
export function parseManifest(text: string): unknown[] {
  let parsed: unknown;
  try {
    // Some shells write files with a byte order mark.
    parsed = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch (error) {
    throw new InputError(
      `manifest: not JSON (${
        isError(error) ? error.message : String(error)
      }). Send a JSON array of items as the first part.`,
    );
  }
  if (!Array.isArray(parsed)) {
    throw new InputError(
      'manifest: must be a JSON array, one item for each file.',
    );
  }
  if (parsed.length === 0) {
    throw new InputError('manifest: has no items; name at least one file.');
  }
  if (parsed.length > PUSH_LIMITS.items) {
    throw new InputError(
      `manifest: has ${parsed.length} items, at most ${PUSH_LIMITS.items} are taken in one push. Split it.`,
    );
  }
  return parsed;
}

/** The names of the file parts that the items ask for; whatever else is uploaded is not kept. */
export function namedFiles(items: unknown[]): Set<string> {
  const names = new Set<string>();
  for (const item of items) {
    const file = (item as { file?: unknown } | null)?.file;
    if (typeof file === 'string') {
      names.add(file);
    }
  }
  return names;
}

function readItem(item: unknown): ParsedItem {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    throw new FieldFault('', 'An item must be a JSON object.');
  }
  const fields = item as Record<string, unknown>;
  for (const field of Object.keys(fields)) {
    if (!FIELDS.has(field)) {
      throw new FieldFault(
        field.slice(0, 100),
        `is not a field of an item. Known fields: ${[...FIELDS].join(', ')}.`,
      );
    }
  }
  const kind = fields.kind ?? undefined;
  if (kind !== undefined && !isEvidenceKind(kind)) {
    throw new FieldFault(
      'kind',
      `must be one of ${EVIDENCE_KINDS.join(', ')}; or leave it out.`,
    );
  }
  return {
    file: textField(fields, 'file', { required: true, max: 200 }),
    entityRef: entityRefField(
      textField(fields, 'entity', { required: true, max: 300 }),
    ),
    kind,
    environment: patternField(fields, 'environment', {
      matches: ENVIRONMENT,
      rule: 'must be lower-case letters, digits and dashes, at most 63.',
    }),
    commit: patternField(fields, 'commit', {
      matches: COMMIT,
      rule: 'must be a git commit id: 7 to 64 lower-case hexadecimal digits.',
    }),
    ref: textField(fields, 'ref', { max: 250 }),
    defaultBranch: flagField(fields, 'defaultBranch', true),
    run: textField(fields, 'run', { max: 200 }),
    attempt: attemptField(fields.attempt),
    runUrl: runUrlField(textField(fields, 'runUrl', { max: 2000 })),
    observedAt: timeField(textField(fields, 'observedAt', { max: 40 })),
    tenant: textField(fields, 'tenant', { max: 63 }) || undefined,
  };
}

/** Checks the form of one item; the first fault found is returned, with the field that has it. */
export function parseItem(item: unknown): ParsedItem | ItemError {
  try {
    return readItem(item);
  } catch (error) {
    if (error instanceof FieldFault) {
      return itemError('InvalidField', error.field, error.message);
    }
    throw error;
  }
}
