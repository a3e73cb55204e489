import { DocumentProblem } from '@maestro-conductor/plugin-slo-common';
import { LineCounter } from 'yaml';

/** Problems that are kept of one file; a file with more is broken in one way many times. */
const MOST_PROBLEMS = 100;

/** Collects what is wrong in one file, by the offset of the text that it is about. */
export class FileProblems {
  readonly lines = new LineCounter();
  readonly list: DocumentProblem[] = [];
  #errors = 0;

  constructor(readonly file: string) {}

  /** Errors so far, also of those that are no longer kept. */
  get errors(): number {
    return this.#errors;
  }

  add(
    severity: DocumentProblem['severity'],
    offset: number,
    { rule, message }: { rule: string; message: string },
  ): void {
    if (severity === 'error') this.#errors += 1;
    const { file } = this;
    const line = this.lineAt(offset);
    if (this.list.length < MOST_PROBLEMS) {
      this.list.push({ severity, file, line, rule, message });
    } else if (this.list.length === MOST_PROBLEMS) {
      this.list.push({
        severity: 'error',
        file,
        line,
        rule: 'too-many-problems',
        message: `more than ${MOST_PROBLEMS} problems; the rest is not listed`,
      });
    }
  }

  /** Line of an offset, from 1. */
  lineAt(offset: number): number {
    return Math.max(1, this.lines.linePos(offset).line);
  }
}
