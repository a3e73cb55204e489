import { FactReading } from '@maestro-conductor/plugin-evidence-common';
import { InvalidArtifactError } from '../reader/InvalidArtifactError';
import { parseTimestamp } from '../reader/parseTimestamp';
import { quote } from '../reader/quote';
import { count, milliseconds } from '../reader/readings';
import { XmlElement } from './parseXml';

type Outcome = 'passed' | 'failed' | 'skipped' | 'disabled';

/** Values of the attribute `status` or `result` with which runners mark tests that did not run. */
const DID_NOT_RUN: ReadonlyMap<string, Outcome> = new Map([
  ['disabled', 'disabled'],
  ['notrun', 'disabled'],
  ['suppressed', 'disabled'],
  ['skipped', 'skipped'],
]);

/** Characters; longer than any of these attributes can be. What is longer is not even looked through. */
const LONGEST = 64;

const SECONDS = /^(\d+|\d{1,3}(,\d{3})+)(\.\d*)?(e[+-]?\d{1,3})?$/i;

/**
 * Counts tests from the elements of a JUnit report. Each testcase has one outcome: `failed` with any failure or error
 * in it, else `skipped`, else `disabled`, else `passed`.
 *
 * @internal
 */
export class TestTally {
  readonly #counts = { passed: 0, failed: 0, skipped: 0, disabled: 0 };
  #current: { outcome: Outcome; seconds: number | undefined } | undefined;
  #seconds = 0;
  #allTimed = true;
  #observedAt: string | undefined;

  open({ name, attributes }: XmlElement, ancestors: readonly string[]) {
    const parent = ancestors[ancestors.length - 1];
    if (name === 'testcase') {
      this.#startTest(attributes);
    } else if (name === 'testsuite') {
      this.#noteTimestamp(attributes.timestamp);
    } else if (name === 'failure' || name === 'error') {
      this.#fail(parent);
    } else if (name === 'skipped' && parent === 'testcase' && this.#current) {
      if (this.#current.outcome !== 'failed') this.#current.outcome = 'skipped';
    }
  }

  close(name: string) {
    if (name !== 'testcase' || !this.#current) return;
    const { outcome, seconds } = this.#current;
    this.#counts[outcome] += 1;
    const ran = outcome === 'passed' || outcome === 'failed';
    if (seconds !== undefined) this.#seconds += seconds;
    else if (ran) this.#allTimed = false;
    this.#current = undefined;
  }

  get total(): number {
    return Object.values(this.#counts).reduce((sum, n) => sum + n, 0);
  }

  /** The latest time that a suite states with its offset, in UTC. */
  get observedAt(): string | undefined {
    return this.#observedAt;
  }

  get facts(): FactReading[] {
    const { passed, failed, skipped, disabled } = this.#counts;
    const facts = [
      count('test.total', this.total),
      count('test.passed', passed),
      count('test.failed', failed),
      count('test.skipped', skipped),
      count('test.disabled', disabled),
    ];
    if (this.#allTimed) {
      facts.push(milliseconds('test.duration', this.#seconds * 1000));
    }
    return facts;
  }

  #startTest(attributes: Record<string, string>) {
    const position = `testcase[${this.total}]`;
    if (this.#current) {
      throw new InvalidArtifactError(
        position,
        `${position}: a testcase stands inside another one, so they cannot be counted`,
      );
    }
    this.#current = {
      outcome:
        markOf(attributes.status) ?? markOf(attributes.result) ?? 'passed',
      seconds: readSeconds(attributes.time, `${position}.time`),
    };
  }

  #fail(parent: string) {
    if (parent === 'testcase' && this.#current) {
      this.#current.outcome = 'failed';
    } else if (parent === 'testsuite' || parent === 'testsuites') {
      // A suite that broke outside its tests, in its set-up: counted, or the report would look green.
      this.#counts.failed += 1;
    }
  }

  #noteTimestamp(timestamp: string | undefined) {
    // Many tools write local time without an offset: that names no moment, so it is not used.
    const moment =
      timestamp && timestamp.length <= LONGEST
        ? parseTimestamp(timestamp)
        : undefined;
    if (moment && (!this.#observedAt || moment > this.#observedAt)) {
      this.#observedAt = moment;
    }
  }
}

function markOf(text: string | undefined): Outcome | undefined {
  return text !== undefined && text.length <= LONGEST
    ? DID_NOT_RUN.get(text.toLowerCase())
    : undefined;
}

function readSeconds(
  text: string | undefined,
  field: string,
): number | undefined {
  if (text === undefined) return undefined;
  const trimmed = text.length <= LONGEST ? text.trim() : text;
  if (trimmed === '') return undefined;
  const seconds =
    trimmed.length <= LONGEST && SECONDS.test(trimmed)
      ? Number(trimmed.replace(/,/g, ''))
      : NaN;
  if (!Number.isFinite(seconds)) {
    throw new InvalidArtifactError(
      field,
      `${field} is ${quote(text)}; it must be seconds, 0 or more`,
    );
  }
  return seconds;
}
