import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { quote } from '../reader/quote';
import { FileCoverage } from './FileCoverage';
import { readPlainLine } from './readPlainLine';
import { LineTaker } from './LineSplitter';

/** Distinct lines, branches and functions in one report: bounds the memory that a report can claim. */
const MAX_ENTRIES = 5_000_000;

/** Of one source file: as a table of them grows, it is copied, which nothing else can run during. */
const MAX_ENTRIES_OF_FILE = 500_000;

const MAX_FILES = 100_000;

const KEYWORD = /^[A-Z]{2,8}$/;

/** Of counts and of line numbers. */
const MAX_DIGITS = 20;
const MAX_LINE_DIGITS = 9;

const CODE_0 = '0'.charCodeAt(0);
const CODE_9 = '9'.charCodeAt(0);

interface OpenRecord {
  path: string;
  startedAt: number;
  coverage: FileCoverage;
  /** LF, LH, BRF … as this record states them, with the line where. */
  stated: Map<string, { value: number; line: number }>;
  hasLines: boolean;
  /** Start line by index, of the FNL and FNA lines that lcov 2.2 writes. */
  functionStarts: Map<string, string>;
}

/**
 * Takes the lines of an lcov report one after the other. Throws an `InvalidArtifactError` that names the line.
 *
 * Lines of keywords it does not know are passed over, as later versions of lcov add some; anything that is not
 * `KEYWORD:…` is refused.
 *
 * @internal
 */
export class LcovParser implements LineTaker {
  readonly files = new Map<string, FileCoverage>();
  #line = 0;
  #entries = 0;
  #record: OpenRecord | undefined;

  get lines(): number {
    return this.#line;
  }

  take(rawLine: string) {
    this.#line += 1;
    const line = rawLine.trim();
    if (line === '' || line.startsWith('#')) return;
    if (line === 'end_of_record') {
      this.#endRecord(this.#openRecord('end_of_record'));
      return;
    }
    const colon = line.indexOf(':');
    const keyword = line.slice(0, Math.max(colon, 0));
    if (!KEYWORD.test(keyword)) {
      throw this.#fault(`${quote(line)} is not a line of an lcov report`);
    }
    this.#takeEntry(keyword, line.slice(colon + 1));
  }

  /** Takes the DA lines of a record, of which nearly all of a report are, where they are written plainly. */
  takeInPlace(text: string, start: number): number {
    const record = this.#record;
    if (!record) return start;
    const { coverage } = record;
    let at = start;
    for (
      let line = readPlainLine(text, at);
      line;
      line = readPlainLine(text, at)
    ) {
      this.#line += 1;
      record.hasLines = true;
      this.#countEntry(coverage, coverage.addLine(line.number, line.hit));
      at = line.end;
    }
    return at;
  }

  /** To be called after the last line. */
  end() {
    if (this.#record) {
      const { path, startedAt } = this.#record;
      throw this.#fault(
        `the file ends inside the record of ${quote(
          path,
        )} that starts at line ${startedAt}, without its end_of_record: it was cut off, send it whole`,
      );
    }
  }

  #takeEntry(keyword: string, rest: string) {
    switch (keyword) {
      case 'SF':
        this.#startRecord(rest);
        break;
      case 'DA':
        this.#takeLine(rest);
        break;
      case 'BRDA':
        this.#takeBranch(rest);
        break;
      case 'FN':
        this.#takeFunction(rest.replace(/^\d+,(\d+,)?/, ''), false);
        break;
      case 'FNDA': {
        const [hits, name] = splitAtComma(rest);
        this.#takeFunction(name, this.#isHit('FNDA', hits));
        break;
      }
      case 'FNL': {
        const [index, start] = rest.split(',');
        const { functionStarts } = this.#openRecord(keyword);
        functionStarts.set(index, start);
        this.#checkSize(functionStarts.size);
        break;
      }
      case 'FNA': {
        const [index, afterIndex] = splitAtComma(rest);
        const [hits] = splitAtComma(afterIndex);
        const start = this.#openRecord(keyword).functionStarts.get(index);
        if (start === undefined) {
          throw this.#fault(`FNA names index ${quote(index)} without an FNL`);
        }
        this.#takeFunction(`line ${start}`, this.#isHit('FNA', hits));
        break;
      }
      case 'LF':
      case 'LH':
      case 'BRF':
      case 'BRH':
      case 'FNF':
      case 'FNH':
        this.#takeStated(keyword, rest);
        break;
      default:
    }
  }

  #startRecord(path: string) {
    if (this.#record) {
      throw this.#fault(
        `SF starts a record before the one of line ${
          this.#record.startedAt
        } has its end_of_record`,
      );
    }
    if (path === '') throw this.#fault('SF names no source file');
    const coverage = this.files.get(path) ?? new FileCoverage();
    this.files.set(path, coverage);
    if (this.files.size > MAX_FILES) {
      throw this.#fault(
        `the report covers more than ${MAX_FILES} source files: split it`,
      );
    }
    this.#record = {
      path,
      startedAt: this.#line,
      coverage,
      stated: new Map(),
      hasLines: false,
      functionStarts: new Map(),
    };
  }

  #takeLine(rest: string) {
    const record = this.#openRecord('DA');
    const [line, afterLine] = splitAtComma(rest);
    if (!isWholeNumber(line, MAX_LINE_DIGITS)) {
      throw this.#fault(`DA has ${quote(line)} where a line number belongs`);
    }
    record.hasLines = true;
    // A checksum may follow.
    const [hits] = splitAtComma(afterLine);
    const hit = this.#isHit('DA', hits);
    this.#countEntry(
      record.coverage,
      record.coverage.addLine(Number(line), hit),
    );
  }

  #takeBranch(rest: string) {
    const { coverage } = this.#openRecord('BRDA');
    const lastComma = rest.lastIndexOf(',');
    const key = rest.slice(0, Math.max(lastComma, 0));
    if (!/^\d{1,9},[^,]+,./.test(key)) {
      throw this.#fault(
        `BRDA has ${quote(rest)} where line,block,branch,taken belong`,
      );
    }
    const taken = rest.slice(lastComma + 1);
    // "-": the code that decides was never reached.
    const hit = taken !== '-' && this.#isHit('BRDA', taken);
    this.#countEntry(coverage, coverage.addBranch(key, hit));
  }

  #takeFunction(key: string, hit: boolean) {
    const { coverage } = this.#openRecord('FN');
    this.#countEntry(coverage, coverage.addFunction(key, hit));
  }

  #takeStated(keyword: string, rest: string) {
    if (!isWholeNumber(rest, MAX_DIGITS)) throw this.#notACount(keyword, rest);
    this.#openRecord(keyword).stated.set(keyword, {
      value: Number(rest),
      line: this.#line,
    });
  }

  #endRecord({ stated, hasLines, coverage }: OpenRecord) {
    for (const [found, hit] of [
      ['LF', 'LH'],
      ['BRF', 'BRH'],
      ['FNF', 'FNH'],
    ]) {
      const total = stated.get(found);
      const part = stated.get(hit);
      if (total && part && part.value > total.value) {
        throw this.#fault(
          `${hit} is ${part.value} and ${found} is ${total.value}; no more can be hit than was found`,
          part.line,
        );
      }
    }
    const linesFound = stated.get('LF');
    if (linesFound && linesFound.value > 0 && !hasLines) {
      throw this.#fault(
        `LF states ${linesFound.value} lines and the record has no DA line to prove it: send the full report, not its summary`,
        linesFound.line,
      );
    }
    coverage.stateFunctions(stated.get('FNF')?.value ?? 0);
    this.#record = undefined;
  }

  #openRecord(keyword: string): OpenRecord {
    if (!this.#record) {
      throw this.#fault(`${keyword} stands outside a record: SF is missing`);
    }
    return this.#record;
  }

  #isHit(keyword: string, hits: string): boolean {
    if (!isWholeNumber(hits, MAX_DIGITS)) {
      throw this.#notACount(keyword, hits);
    }
    return Number(hits) > 0;
  }

  #countEntry(coverage: FileCoverage, isNew: boolean) {
    if (!isNew) return;
    this.#checkSize(coverage.size);
    this.#entries += 1;
    if (this.#entries > MAX_ENTRIES) {
      throw this.#fault(
        `the report lists more than ${MAX_ENTRIES} lines, branches and functions: split it`,
      );
    }
  }

  #checkSize(entries: number) {
    if (entries > MAX_ENTRIES_OF_FILE) {
      throw this.#fault(
        `one source file has more than ${MAX_ENTRIES_OF_FILE} lines, branches and functions: leave generated code out of the report`,
      );
    }
  }

  #notACount(keyword: string, text: string) {
    return this.#fault(
      `${keyword} has ${quote(text)} where a whole number of 0 or more belongs`,
    );
  }

  #fault(message: string, line = this.#line) {
    return new InvalidArtifactError(`line ${line}`, `line ${line}: ${message}`);
  }
}

/** By character, and not by a regular expression: it is asked twice for every line of a report, where the time of reading goes. */
function isWholeNumber(text: string, maxDigits: number): boolean {
  const { length } = text;
  if (length === 0 || length > maxDigits) return false;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < CODE_0 || code > CODE_9) return false;
  }
  return true;
}

function splitAtComma(text: string): [string, string] {
  const comma = text.indexOf(',');
  return comma < 0 ? [text, ''] : [text.slice(0, comma), text.slice(comma + 1)];
}
