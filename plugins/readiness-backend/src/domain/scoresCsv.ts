import {
  reaches,
  ScoreListItem,
  Verdict,
} from '@maestro-conductor/plugin-readiness-common';

const COLUMNS = [
  'entity',
  'title',
  'owner',
  'system',
  'lifecycle',
  'score',
  'level',
  'threshold',
  'ready',
];

/** Verdicts that say that nothing was measured, or that it is left out: an empty cell, for a 0 would be a measurement. */
const WITHOUT_POINTS: Verdict[] = [
  'no-data',
  'errored',
  'not-applicable',
  'exempt',
];

/** A text as a cell: no spreadsheet takes it for a formula, whatever somebody called their service. */
function text(value: string = ''): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

function number(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

function line(cells: string[]): string {
  return `${cells.join(',')}\r\n`;
}

/** The header row of a file of scores, with the names of the dimensions of the scorecard. RFC 4180. */
export function csvHeader(dimensions: readonly string[]): string {
  return line([
    ...COLUMNS,
    ...dimensions.flatMap(name => [`${name} points`, `${name} verdict`]),
    'definition version',
    'evaluated at',
  ]);
}

/**
 * The row of a score, in the order of `csvHeader`. Score and threshold are 0 to 1, points 0 to 100, none rounded. What is missing is an
 * empty cell, never 0.
 */
export function csvLine(
  item: ScoreListItem,
  dimensions: readonly string[],
): string {
  const ready =
    item.score === undefined ? '' : String(reaches(item.score, item.threshold));
  return line([
    text(item.entityRef),
    text(item.title),
    text(item.owner),
    text(item.system),
    text(item.lifecycle),
    number(item.score),
    text(item.level),
    number(item.threshold),
    ready,
    ...dimensions.flatMap(name => {
      const judged = item.dimensions.find(dimension => dimension.name === name);
      if (!judged) return ['', ''];
      const { verdict, points } = judged;
      return [WITHOUT_POINTS.includes(verdict) ? '' : number(points), verdict];
    }),
    number(item.definitionVersion),
    item.evaluatedAt,
  ]);
}
