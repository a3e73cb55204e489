import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { isObject } from '../reader/isObject';

/** One for each metric and each tag with a threshold of its own. */
const MAX_METRICS = 5_000;

type Json = Record<string, unknown>;

/**
 * The two shapes of a k6 summary behind one interface. All methods throw an `InvalidArtifactError` naming the metric.
 *
 * - flat, from `--summary-export`: `metrics.x = { count, rate, "p(95)", value, thresholds: { rule: crossed } }`
 * - data, from `handleSummary(data)`: `metrics.x = { type, values: {…}, thresholds: { rule: { ok } } }`
 *
 * @internal
 */
export class K6Summary {
  readonly #metrics: Json;
  /** Whether this is the data of `handleSummary`. */
  readonly #nested: boolean;

  constructor(metrics: Json) {
    this.#metrics = metrics;
    const { length } = Object.keys(metrics);
    if (length > MAX_METRICS) {
      throw new InvalidArtifactError(
        'metrics',
        `metrics has ${length} entries; ${MAX_METRICS} are read at most: give fewer tags a threshold`,
      );
    }
    for (const [name, metric] of Object.entries(metrics)) {
      if (!isObject(metric)) {
        throw new InvalidArtifactError(
          `metrics.${name}`,
          `metrics.${name} must be an object, as k6 writes it`,
        );
      }
    }
    this.#nested = Object.values(metrics).some(
      metric => isObject(metric) && isObject(metric.values),
    );
  }

  /** How often something happened: a whole number; `undefined` where the run had no such metric. */
  count(name: string): number | undefined {
    const value = this.quantity(name, 'count');
    if (value === undefined || Number.isSafeInteger(value)) return value;
    throw new InvalidArtifactError(
      `metrics.${name}`,
      `metrics.${name} must count in whole numbers up to ${Number.MAX_SAFE_INTEGER}, and has ${value}`,
    );
  }

  /** A count, or a duration: finite, 0 or more; `undefined` where the run had no such metric. */
  quantity(name: string, key: string): number | undefined {
    return this.#number(name, key, Number.MAX_VALUE, '0 or more');
  }

  /** The share of a rate metric, 0 to 1, from its passes and fails where they are stated. */
  rate(name: string): number | undefined {
    const passes = this.quantity(name, 'passes');
    const fails = this.quantity(name, 'fails');
    if (passes !== undefined && fails !== undefined) {
      return passes + fails > 0 ? passes / (passes + fails) : undefined;
    }
    return this.#number(name, this.#nested ? 'rate' : 'value', 1, '0 to 1');
  }

  /** How many thresholds the run had, on all metrics, and how many of them were crossed. */
  thresholds(): { total: number; crossed: number } {
    let total = 0;
    let crossed = 0;
    for (const [name, metric] of Object.entries(this.#metrics)) {
      const rules = isObject(metric) ? metric.thresholds : undefined;
      if (rules === undefined) continue;
      const field = `metrics.${name}.thresholds`;
      if (!isObject(rules)) {
        throw new InvalidArtifactError(field, `${field} must be an object`);
      }
      for (const outcome of Object.values(rules)) {
        total += 1;
        if (this.#isCrossed(outcome, field)) crossed += 1;
      }
    }
    return { total, crossed };
  }

  #isCrossed(outcome: unknown, field: string): boolean {
    if (isObject(outcome) && typeof outcome.ok === 'boolean') {
      return !outcome.ok;
    }
    // The flat shape writes true for a threshold that was crossed.
    if (typeof outcome === 'boolean' && !this.#nested) return outcome;
    throw new InvalidArtifactError(
      field,
      `${field} must say of each rule ${
        this.#nested ? '{ "ok": true or false }' : 'true (crossed) or false'
      }`,
    );
  }

  #number(name: string, key: string, max: number, range: string) {
    const metric = this.#metrics[name];
    if (!isObject(metric)) return undefined;
    const values = this.#nested ? metric.values : metric;
    const field = this.#nested
      ? `metrics.${name}.values.${key}`
      : `metrics.${name}.${key}`;
    if (!isObject(values)) {
      throw new InvalidArtifactError(
        `metrics.${name}.values`,
        `metrics.${name}.values is missing while other metrics have it: the two shapes of k6 are mixed`,
      );
    }
    const value = values[key];
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !(value >= 0 && value <= max)) {
      throw new InvalidArtifactError(
        field,
        `${field} must be a number, ${range}`,
      );
    }
    return value;
  }
}
