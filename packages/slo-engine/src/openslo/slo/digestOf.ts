import { JsonValue } from '@backstage/types';
import { createHash } from 'node:crypto';
import { ObjectiveDefinition } from '../../types';

/** SHA-256, hexadecimal, of what the numbers of an objective depend on, however its fields are ordered. */
export function digestOf({
  rule,
  window,
  indicator,
}: Pick<ObjectiveDefinition, 'rule' | 'window' | 'indicator'>): string {
  const text = JSON.stringify({ rule, window, indicator }, sortFields);
  return createHash('sha256').update(text).digest('hex');
}

function sortFields(_: string, value: JsonValue) {
  if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map(name => [name, value[name]]));
}
