import { InvalidArtifactError } from '../reader/InvalidArtifactError';

/** Characters. Real lines are paths and names of functions, templates spelled out among them. */
const MAX_LINE = 256 * 1024;

/**
 * Makes lines, without their line feed, of text that comes in portions.
 *
 * @internal
 */
export class LineSplitter {
  #lines = 0;
  /** What came since the last line feed. */
  #rest = '';

  /** The lines that end in this portion. Throws an `InvalidArtifactError` for one of more than 256 Ki characters. */
  *take(portion: string): Generator<string> {
    let start = 0;
    let end = portion.indexOf('\n');
    while (end >= 0) {
      this.#lines += 1;
      yield this.#rest + portion.slice(start, end);
      this.#rest = '';
      start = end + 1;
      end = portion.indexOf('\n', start);
    }
    this.#rest += portion.slice(start);
    if (this.#rest.length > MAX_LINE) {
      const line = `line ${this.#lines + 1}`;
      throw new InvalidArtifactError(
        line,
        `${line}: has more than ${MAX_LINE} characters; no line of an lcov report is so long: send it as the tool wrote it`,
      );
    }
  }

  /** The last line, where no line feed ended it; to be called after the last portion. */
  end(): string[] {
    return this.#rest === '' ? [] : [this.#rest];
  }
}
