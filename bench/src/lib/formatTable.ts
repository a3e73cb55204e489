import { Result } from './results';

const HEADINGS = [
  'id',
  'value',
  'unit',
  'target',
  'gate',
  'peer',
  'ratio',
  'met',
];
/** Columns with words, which stand left; numbers stand right. */
const WORDS = new Set(['id', 'unit', 'gate', 'met']);

/** Three significant digits, and whole numbers from a hundred on. */
function number(value: number | undefined): string {
  if (value === undefined) return '';
  return Math.abs(value) >= 100
    ? value.toFixed(0)
    : `${Number(value.toPrecision(3))}`;
}

function cells(result: Result): string[] {
  return [
    result.id,
    number(result.value),
    result.unit,
    number(result.target),
    result.gate ? 'gate' : '',
    number(result.peer),
    number(result.ratio),
    result.met ? 'yes' : 'NO',
  ];
}

/** The results as text in columns, a line each. */
export function formatTable(results: readonly Result[]): string {
  const rows = [HEADINGS, ...results.map(cells)];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, column) =>
          WORDS.has(HEADINGS[column])
            ? cell.padEnd(widths[column])
            : cell.padStart(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
