import { Fields } from '../yaml/Fields';

const MAX_DESCRIPTION = 1_050;

/** `description` of a specification. */
export function readDescription(fields: Fields): string | undefined {
  return fields.get('description')?.text({ max: MAX_DESCRIPTION });
}
