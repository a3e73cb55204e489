import {
  PushRecordsResponse,
  RecordResult,
} from '@maestro-conductor/plugin-evidence-common';
import { table } from './table';

/**
 * One line for each file: what became of it, and why it was refused.
 *
 * @param files - Paths, in the order of the manifest.
 * @internal
 */
export function formatPush(
  answer: PushRecordsResponse,
  files: string[],
): string {
  return table(
    answer.items.map(item => [
      item.status,
      files[item.index] ?? `#${item.index}`,
      describe(item),
    ]),
  );
}

function describe(item: RecordResult): string {
  if (item.status === 'rejected') {
    const { code, field, message } = item.error ?? {
      code: 'Unknown',
      message: 'no reason was given',
    };
    return `${code}${field ? ` (${field})` : ''}: ${message}`;
  }
  const { record, facts } = item;
  return [
    record && `${record.kind} ${record.id}`,
    facts !== undefined && `${facts} ${facts === 1 ? 'fact' : 'facts'}`,
  ]
    .filter(Boolean)
    .join(', ');
}
