import { plainText } from './plainText';

/**
 * Lines of aligned columns; a row of one cell is a line of its own.
 *
 * @internal
 */
export function table(rows: string[][]): string {
  const clean = rows.map(row =>
    row.map(cell => plainText(cell).replace(/[\n\t]+/g, ' ')),
  );
  const widths: number[] = [];
  for (const row of clean) {
    for (const [column, cell] of row.slice(0, -1).entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
  }
  return clean
    .map(row =>
      row
        .map((cell, column) =>
          column < row.length - 1 ? cell.padEnd(widths[column]) : cell,
        )
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}
