import { FactReading } from '@maestro-conductor/plugin-evidence-common';
import { Inspection } from './inspectFile';
import { plainText } from './plainText';
import { table } from './table';

const LONGEST_VALUE = 80;

/** A paragraph for each file: what it is, and the facts that would be read from it, or why none. @internal */
export function formatInspection(inspections: Inspection[]): string {
  return inspections.map(format).join('\n');
}

function format(inspection: Inspection): string {
  const { file, status } = inspection;
  if (status === 'unreadable') {
    const { code, field, message } = inspection.error;
    const known = inspection.format
      ? `${inspection.kind} (${inspection.format}), `
      : '';
    return table([
      ['not readable', file, `${known}${code}${field ? ` (${field})` : ''}`],
      [`  ${message}`],
    ]);
  }
  const { kind, observedAt, facts } = inspection;
  return table([
    ['readable', file, `${kind} (${inspection.format})`],
    [
      `  observed ${
        observedAt ?? 'at a time that the file does not say: the push decides'
      }`,
    ],
  ]).concat(table(facts.map(rowOf)));
}

function rowOf({ name, type, value, unit }: FactReading): string[] {
  const text = plainText(
    typeof value === 'object' ? JSON.stringify(value) : String(value),
  );
  const short =
    text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : text;
  return [`  ${name}`, short, unit ? `${type}, ${unit}` : type];
}
