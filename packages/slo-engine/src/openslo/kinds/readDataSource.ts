import { JsonObject } from '@backstage/types';
import { DeclaredDataSource } from '../types';
import { Fields } from '../yaml/Fields';
import { Value } from '../yaml/Value';
import { readDescription } from './readDescription';
import { Envelope } from './readEnvelope';

const MAX_DETAILS = 50;
const SECRET = /key|secret|token|passw|credential|authorization/i;

/** A DataSource document. What looks like a secret is left out: documents are shown to many. */
export function readDataSource({
  metadata,
  spec,
  whole,
}: Envelope): DeclaredDataSource | undefined {
  const fields = spec.fields(['description', 'type', 'connectionDetails']);
  if (!fields) return undefined;
  readDescription(fields);
  const type = fields.need('type')?.text()?.toLowerCase();
  const connection = readConnection(fields);
  return type && connection
    ? { name: metadata.name, type, connection, at: whole.at }
    : undefined;
}

/** A mapping, or a list of mappings that are one together: both are in use. */
function readConnection(fields: Fields): JsonObject | undefined {
  const details = fields.get('connectionDetails');
  if (!details) return {};
  const parts =
    details.shape === 'list' ? details.items(MAX_DETAILS) : [details];
  const connection: Record<string, JsonObject[string]> = {};
  for (const part of parts ?? []) {
    const json = part.json();
    for (const [name, value] of part.entries() ?? []) {
      if (isSecret(name, value)) {
        value.warn(
          'secret-in-document',
          'looks like a secret and is not kept: take it out, and put it into the configuration of the portal',
        );
      } else if (json) {
        connection[name] = json[name];
      }
    }
  }
  return connection;
}

function isSecret(name: string, value: Value): boolean {
  return SECRET.test(name) || value.holds(hasPassword);
}

/** An address with a user's name or password in it. */
function hasPassword(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*@/i.test(text);
}
