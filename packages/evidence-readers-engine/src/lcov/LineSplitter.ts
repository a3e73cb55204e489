import { InvalidArtifactError } from '../reader/InvalidArtifactError';

/** Characters. Real lines are paths and names of functions, templates spelled out among them. */
const MAX_LINE = 256 * 1024;

/** What becomes of the lines. @internal */
export interface LineTaker {
  /** How many lines it has taken. */
  readonly lines: number;
  /** Takes one line, without its line feed. */
  take(line: string): void;
  /**
   * Takes as many whole lines from `start` on as it knows to read where they lie, which spares a string for each.
   *
   * @returns where the first line begins that it did not take; `start` where it took none
   */
  takeInPlace(text: string, start: number): number;
}

/**
 * Cuts text that comes in portions into lines.
 *
 * @internal
 */
export class LineSplitter {
  readonly #taker: LineTaker;
  /** What came since the last line feed. */
  #rest = '';

  constructor(taker: LineTaker) {
    this.#taker = taker;
  }

  /** Hands on the lines that end in this portion. Throws an `InvalidArtifactError` for one of more than 256 Ki characters. */
  take(portion: string) {
    let start = 0;
    if (this.#rest !== '') {
      start = portion.indexOf('\n') + 1;
      if (start === 0) {
        this.#keep(portion);
        return;
      }
      this.#taker.take(this.#rest + portion.slice(0, start - 1));
      this.#rest = '';
    }
    for (;;) {
      start = this.#taker.takeInPlace(portion, start);
      const end = portion.indexOf('\n', start);
      if (end < 0) break;
      this.#taker.take(portion.slice(start, end));
      start = end + 1;
    }
    this.#keep(portion.slice(start));
  }

  /** Hands on the last line, where no line feed ended it; to be called after the last portion. */
  end() {
    if (this.#rest !== '') this.#taker.take(this.#rest);
  }

  #keep(text: string) {
    this.#rest += text;
    if (this.#rest.length > MAX_LINE) {
      const line = `line ${this.#taker.lines + 1}`;
      throw new InvalidArtifactError(
        line,
        `${line}: has more than ${MAX_LINE} characters; no line of an lcov report is so long: send it as the tool wrote it`,
      );
    }
  }
}
