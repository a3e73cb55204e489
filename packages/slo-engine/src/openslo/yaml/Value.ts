import { JsonObject } from '@backstage/types';
import { isMap, isScalar, isSeq, ParsedNode, visit, YAMLMap } from 'yaml';
import { parseDuration, SloDuration } from '../../time';
import { Fields } from './Fields';
import { FileProblems } from './FileProblems';
import { didYouMean } from './nearest';
import { quote } from './quote';

/** A value in a document, with the place to complain about. Each reading method says what is wrong, and gives undefined then. */
export class Value {
  /**
   * @param path - as people write it: `spec.objectives[0].target`
   * @param offset - of the text that is complained about
   */
  constructor(
    private readonly node: ParsedNode,
    readonly path: string,
    readonly offset: number,
    readonly problems: FileProblems,
  ) {}

  get at(): { file: string; line: number } {
    const { file } = this.problems;
    return { file, line: this.problems.lineAt(this.offset) };
  }

  error(rule: string, message: string): undefined {
    this.#say('error', rule, message);
  }

  warn(rule: string, message: string): void {
    this.#say('warning', rule, message);
  }

  #say(severity: 'error' | 'warning', rule: string, message: string) {
    const words = this.path ? `${this.path}: ${message}` : message;
    this.problems.add(severity, this.offset, { rule, message: words });
  }

  /** Text that is not empty. */
  text(options: { max?: number } = {}): string | undefined {
    const { max = 10_000 } = options;
    const value = isScalar(this.node) ? this.node.value : undefined;
    if (typeof value !== 'string') {
      return this.error(
        'type',
        isScalar(this.node)
          ? `must be text: put ${quote(String(this.node.source))} in quotes`
          : 'must be text',
      );
    }
    if (!value.trim()) return this.error('type', 'must not be empty');
    if (value.length > max) {
      return this.error(
        'text-length',
        `has ${value.length} characters; ${max} at most are allowed`,
      );
    }
    return value;
  }

  /** One of some words. */
  oneOf<T extends string>(words: readonly T[]): T | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    const word = words.find(candidate => candidate === text);
    return (
      word ??
      this.error(
        'choice',
        `${quote(text)} must be one of ${words.join(', ')}${didYouMean(
          text,
          words,
        )}`,
      )
    );
  }

  /** A finite number, with the text that it was written as. */
  number(): { value: number; source: string } | undefined {
    const value = isScalar(this.node) ? this.node.value : undefined;
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      return this.error('type', 'must be a number');
    }
    const source = isScalar(this.node) ? this.node.source : undefined;
    return { value, source: source ?? String(value) };
  }

  flag(): boolean | undefined {
    const value = isScalar(this.node) ? this.node.value : undefined;
    return typeof value === 'boolean'
      ? value
      : this.error('type', 'must be true or false');
  }

  duration(): SloDuration | undefined {
    const text = this.text();
    if (text === undefined) return undefined;
    try {
      return parseDuration(text);
    } catch (error) {
      return this.error('duration', (error as RangeError).message);
    }
  }

  /** A mapping of these fields and no others. */
  fields(known: readonly string[]): Fields | undefined {
    return isMap(this.node)
      ? new Fields(this, this.node as YAMLMap.Parsed, known)
      : this.error('type', `must be a mapping of ${known.join(', ')}`);
  }

  /** The one field of a mapping that has just this one. Says nothing where it is otherwise. */
  only(name: string): Value | undefined {
    if (!isMap(this.node) || this.node.items.length !== 1) return undefined;
    return new Fields(this, this.node as YAMLMap.Parsed).get(name);
  }

  /** A mapping of any fields. */
  entries(): [name: string, value: Value][] | undefined {
    return isMap(this.node)
      ? new Fields(this, this.node as YAMLMap.Parsed).entries()
      : this.error('type', 'must be a mapping');
  }

  /** A list of at most `most` items; `asRoots`: the path begins anew in each. */
  items(most: number, { asRoots = false } = {}): Value[] | undefined {
    if (!isSeq(this.node)) {
      return this.error('type', 'must be a list: begin each item with "-"');
    }
    const { items } = this.node;
    if (items.length > most) {
      return this.error(
        'list-length',
        `has ${items.length} items; ${most} at most are read`,
      );
    }
    return items.map((item, i) => {
      const node = item as ParsedNode;
      const path = asRoots ? '' : `${this.path}[${i}]`;
      return new Value(node, path, node.range[0], this.problems);
    });
  }

  /** A mapping as it is written, which only somebody else understands. */
  json(): JsonObject | undefined {
    return isMap(this.node)
      ? (this.node.toJSON() as JsonObject)
      : this.error('type', 'must be a mapping');
  }

  /** Whether a text in it, at any depth, is such. */
  holds(isSuch: (text: string) => boolean): boolean {
    let found = false;
    visit(this.node, {
      Scalar(_, { value }) {
        found ||= typeof value === 'string' && isSuch(value);
      },
    });
    return found;
  }

  /** Whether it is a list or a mapping. */
  get shape(): 'list' | 'mapping' | 'scalar' {
    if (isSeq(this.node)) return 'list';
    return isMap(this.node) ? 'mapping' : 'scalar';
  }
}
