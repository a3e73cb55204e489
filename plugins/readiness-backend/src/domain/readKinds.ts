import { InputError } from '@backstage/errors';
import {
  EVIDENCE_KINDS,
  isEvidenceKind,
} from '@maestro-conductor/plugin-evidence-common';
import { describe } from './configFields';
import { nearSentence } from './near';

/** A list of kinds of evidence, each once. @throws InputError naming field, rule and way out */
export function readKinds(value: unknown, field: string): string[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new InputError(
      `${field} must be a list of at least one kind of evidence, and is ${
        Array.isArray(value) ? 'empty' : describe(value)
      }. To ask for none, leave the dimension evidence out of the weights`,
    );
  }
  value.forEach((kind, index) => {
    if (!isEvidenceKind(kind)) {
      throw new InputError(
        `${field}[${index}] is ${describe(
          kind,
        )}, which is no kind of evidence. ${nearSentence(
          String(kind),
          EVIDENCE_KINDS,
        )}`,
      );
    }
    if (value.indexOf(kind) !== index) {
      throw new InputError(
        `${field}[${index}] names ${kind} a second time: name each kind once`,
      );
    }
  });
  return value as string[];
}
