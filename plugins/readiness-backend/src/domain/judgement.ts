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

/** Whether a fact's time has run out: `freshUntil` itself is the first stale moment. */
export function isStale(fact: Fact, now: Date): boolean {
  return (
    fact.freshUntil !== undefined &&
    Date.parse(fact.freshUntil) <= now.getTime()
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
  return {
    name,
    ...(isShown(value) && { value }),
    ...(fact.unit && { unit: fact.unit }),
    observedAt: fact.observedAt,
    ...(fact.freshUntil && { freshUntil: fact.freshUntil }),
    ...(fact.commit && { commit: fact.commit }),
    source: fact.source,
    ...(fact.recordId && { recordId: fact.recordId }),
  };
}
