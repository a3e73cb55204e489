import { randomInt } from 'node:crypto';

const BYTES = 20 * 1024;
const LINES_PER_FILE = 100;

/** A coverage report of 20 KB, as lcov writes it, and no two alike. */
export function lcovReport(): string {
  const parts: string[] = [];
  let size = 0;
  for (let file = 0; size < BYTES; file++) {
    const lines = Array.from(
      { length: LINES_PER_FILE },
      (_, line) => `DA:${line + 1},${randomInt(1000)}`,
    );
    const part = [
      'TN:',
      `SF:src/module-${file}/index.ts`,
      ...lines,
      `LF:${LINES_PER_FILE}`,
      'end_of_record',
      '',
    ].join('\n');
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}
