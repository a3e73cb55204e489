import { OpenSloReading } from '@maestro-conductor/slo-engine';
import { table } from './table';

/** The problems of each file with their lines, and what was read. @internal */
export function formatSloReading(
  files: string[],
  { objectives, problems }: OpenSloReading,
): string {
  const paragraphs = files.flatMap(file => {
    const rows = problems
      .filter(problem => problem.file === file)
      .map(({ line, severity, rule, message }) => [
        `  line ${line}`,
        severity,
        rule,
        message,
      ]);
    return rows.length ? `${table([[file], ...rows])}\n` : [];
  });
  const count = (severity: string) =>
    problems.filter(problem => problem.severity === severity).length;
  const said = [
    plural(objectives.length, 'objective'),
    plural(count('error'), 'error'),
    plural(count('warning'), 'warning'),
  ];
  const summary = `${plural(files.length, 'file')}: ${said.join(', ')}`;
  return `${paragraphs.join('')}${table([[summary]])}`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
