import { DeclaredService } from '../types';
import { readDescription } from './readDescription';
import { Envelope } from './readEnvelope';

/** A Service document. */
export function readService({
  metadata,
  spec,
  whole,
}: Envelope): DeclaredService | undefined {
  const fields = spec.fields(['description']);
  if (!fields) return undefined;
  const { name, title } = metadata;
  const description = readDescription(fields);
  return { name, title, ...(description && { description }), at: whole.at };
}
