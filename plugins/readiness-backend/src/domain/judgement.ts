import { Fact, FactValue } from '@maestro-conductor/plugin-evidence-common';
import { FactUsed, Verdict } from '@maestro-conductor/plugin-readiness-common';

/** What a value function says of a dimension: before it is weighed. */
export interface Judgement {
  verdict: Verdict;
  /** 0 to 1. */
  value: number;
  /** A sentence that stands beside the title of the dimension. */
  reason: string;
  facts: FactUsed[];
}

/** What value functions read: the latest fact of each name, and the moment to judge at. */
export interface JudgeContext {
  /** Words that follow a number in a reason: `of lines covered`. */
  measure?: string;
  facts: ReadonlyMap<string, Fact>;
  now: Date;
}

/** `passed` at full points, `failed` at none, `partial` between. */
export function gradedVerdict(value: number): Verdict {
  if (value >= 1) return 'passed';
  return value <= 0 ? 'failed' : 'partial';
}

/** The time that was read last: the facts of a record share one, and reading it takes longer than all else about a fact. */
let lastRead = { text: '', time: NaN };

function readTime(text: string): number {
  if (text !== lastRead.text) lastRead = { text, time: Date.parse(text) };
  return lastRead.time;
}

/** Whether a fact's time has run out: `freshUntil` itself is the first stale moment. */
export function isStale(fact: Fact, now: Date): boolean {
  return (
    fact.freshUntil !== undefined && readTime(fact.freshUntil) <= now.getTime()
  );
}

function isShown(value: FactValue): value is number | boolean | string {
  return typeof value === 'number'
    ? Number.isFinite(value)
    : typeof value !== 'object';
}

/** The fact as it is kept beside the verdict. Lists and objects are not shown, only their name. */
export function factUsed(name: string, fact: Fact | undefined): FactUsed {
  if (!fact) return { name };
  const { value } = fact;
  const used: FactUsed = { name };
  if (isShown(value)) used.value = value;
  if (fact.unit) used.unit = fact.unit;
  used.observedAt = fact.observedAt;
  if (fact.freshUntil) used.freshUntil = fact.freshUntil;
  if (fact.commit) used.commit = fact.commit;
  used.source = fact.source;
  if (fact.recordId) used.recordId = fact.recordId;
  return used;
}
