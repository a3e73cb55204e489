import { didYouMean } from '../yaml/nearest';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';
import { Envelope, Kind } from './readEnvelope';
import { readName } from './readMetadata';

interface Entry<T> {
  /** Absent where it has errors of its own. */
  value?: T;
  at: { file: string; line: number };
}

/** Documents of one kind, by their names. */
export class Declared<T> {
  readonly #entries = new Map<string, Entry<T>>();

  constructor(private readonly kind: Kind) {}

  /** Reads a document by `read`, and keeps it if that finds no error. A second one of the same name is an error, and the first stays. */
  add(
    envelope: Envelope,
    read: (envelope: Envelope) => T | undefined,
  ): T | undefined {
    const { metadata, whole } = envelope;
    const first = this.#entries.get(metadata.name);
    if (first) {
      const { file, line } = first.at;
      return whole.error(
        'duplicate-name',
        `there is a ${this.kind} ${metadata.name} already, in ${file} line ${line}: rename or remove one`,
      );
    }
    const before = whole.problems.errors;
    const value = read(envelope);
    const isSound = envelope.isSound && whole.problems.errors === before;
    const kept = isSound ? value : undefined;
    this.#entries.set(metadata.name, { value: kept, at: whole.at });
    return kept;
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  /** What a reference names; says so where there is none, or one with errors. */
  resolve(reference: Value | undefined): T | undefined {
    const name = readName(reference);
    if (name === undefined) return undefined;
    const entry = this.#entries.get(name);
    if (!entry) {
      return reference?.error(
        'unknown-reference',
        `there is no ${this.kind} ${quote(name)} in these files${didYouMean(
          name,
          this.#entries.keys(),
        )}`,
      );
    }
    const { value, at } = entry;
    return (
      value ??
      reference?.error(
        'broken-reference',
        `the ${this.kind} ${name} has errors of its own: see ${at.file} line ${at.line}`,
      )
    );
  }

  values(): T[] {
    return [...this.#entries.values()].flatMap(({ value }) => value ?? []);
  }
}
