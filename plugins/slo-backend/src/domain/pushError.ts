import { PushSamplesResult } from '@maestro-conductor/plugin-slo-common';

/** Why a series was rejected. */
export type PushError = NonNullable<PushSamplesResult['error']>;

/** The words a program may rely on in `PushError.code`. */
export type PushErrorCode =
  | 'InvalidField'
  | 'NotAllowed'
  | 'UnknownEntity'
  | 'UnknownObjective';

/** Builds the error of one rejected series: which field, which rule, and the way out. */
export function pushError(
  code: PushErrorCode,
  field: string,
  message: string,
): PushError {
  return { code, field, message: `${field}: ${message}` };
}

/** True where a value is the error instead. */
export function isPushError(value: object): value is PushError {
  return 'code' in value && 'message' in value && 'field' in value;
}
