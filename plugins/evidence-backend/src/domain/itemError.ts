import { ItemError } from '@maestro-conductor/plugin-evidence-common';

/** The words a program may rely on in `ItemError.code`. */
export type ItemErrorCode =
  | 'InvalidField'
  | 'UnknownEntity'
  | 'NotAllowed'
  | 'MissingFile'
  | 'UnreadableArtifact'
  | 'ReaderFailed';

/** Builds the error of one rejected item: which field, which rule, and the way out. */
export function itemError(
  code: ItemErrorCode,
  field: string,
  message: string,
): ItemError {
  return { code, field, message };
}

/** True where a parsed value is the error instead. */
export function isItemError(value: unknown): value is ItemError {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'message' in value
  );
}
