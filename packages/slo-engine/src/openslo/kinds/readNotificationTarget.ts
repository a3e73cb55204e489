import { readDescription } from './readDescription';
import { Envelope } from './readEnvelope';

/** An AlertNotificationTarget document: what it notifies by. */
export function readNotificationTarget({ spec }: Envelope): string | undefined {
  const fields = spec.fields(['description', 'target']);
  if (!fields) return undefined;
  readDescription(fields);
  return fields.need('target')?.text();
}
