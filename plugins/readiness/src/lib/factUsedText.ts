import { FactUsed } from '@maestro-conductor/plugin-readiness-common';
import { formatExactTime, formatQuantity } from '@maestro-conductor/ui';

const ISO_TIME = /^\d{4}-\d{2}-\d{2}T/;

/** The value of a fact in words; `no data` where there was none. */
export function factUsedText({ value, unit }: FactUsed): string {
  if (value === undefined) return 'no data';
  if (typeof value === 'number') return formatQuantity(value, unit);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return ISO_TIME.test(value) ? formatExactTime(value) : value;
}
