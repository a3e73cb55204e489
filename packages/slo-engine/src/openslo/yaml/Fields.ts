import { isScalar, ParsedNode, YAMLMap } from 'yaml';
import { didYouMean } from './nearest';
import { quote } from './quote';
import { Value } from './Value';

/** The fields of a mapping. A field without a value counts as absent. */
export class Fields {
  readonly #values = new Map<string, Value>();

  /** @param known - every other field is an error; any field will do where it is absent */
  constructor(
    readonly whole: Value,
    map: YAMLMap.Parsed,
    known?: readonly string[],
  ) {
    for (const { key, value } of map.items) {
      const name = String(isScalar(key) ? key.value : key);
      const path = whole.path ? `${whole.path}.${name}` : name;
      const offset = key.range[0];
      const node = value as ParsedNode | null;
      if (known && !known.includes(name)) {
        const { problems } = whole;
        problems.add('error', offset, {
          rule: 'unknown-field',
          message: `${whole.path || 'the document'} has no field ${quote(
            name,
          )}${didYouMean(name, known)}`,
        });
      } else if (node && !(isScalar(node) && node.value === null)) {
        this.#values.set(name, new Value(node, path, offset, whole.problems));
      }
    }
  }

  get(name: string): Value | undefined {
    return this.#values.get(name);
  }

  /** A field that must be there. */
  need(name: string): Value | undefined {
    return (
      this.get(name) ??
      this.whole.error('missing-field', `${quote(name)} is missing`)
    );
  }

  /** Those of some fields that are there. */
  present(names: readonly string[]): string[] {
    return names.filter(name => this.#values.has(name));
  }

  entries(): [name: string, value: Value][] {
    return [...this.#values];
  }
}
