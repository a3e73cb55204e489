import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';
import {
  factUsed,
  gradedVerdict,
  isStale,
  JudgeContext,
  Judgement,
} from './judgement';
import { agoText, percentText } from './wording';
import { DAY_MS } from './utcDay';

type Linear = Extract<ValueFunction, { function: 'linear' }>;

/**
 * 0 at `zeroAt`, 1 at `fullAt`, straight between, clamped outside: v = (x − zeroAt) ÷ (fullAt − zeroAt). `zeroAt` may lie above
 * `fullAt` where less is better. A share outside 0 to 1 (83 for 83 %) is an error and
 * never full points.
 */
export function judgeLinear(fn: Linear, context: JudgeContext): Judgement {
  const { title, facts, now } = context;
  const fact = facts.get(fn.fact);
  const used = [factUsed(fn.fact, fact)];
  if (!fact) {
    return {
      verdict: 'no-data',
      value: 0,
      reason: `${title}: nothing is known, there is no fact ${fn.fact}.`,
      facts: used,
    };
  }
  const x = fact.value;
  if (typeof x !== 'number' || !Number.isFinite(x)) {
    return {
      verdict: 'errored',
      value: 0,
      reason: `${title}: the fact ${fn.fact} is not a number, so it cannot be judged.`,
      facts: used,
    };
  }
  const share = fact.unit === 'ratio' || (fn.zeroAt >= 0 && fn.fullAt <= 1);
  if (share && (x < 0 || x > 1)) {
    return {
      verdict: 'errored',
      value: 0,
      reason: `${title}: the fact ${fn.fact} is ${x} and not a share from 0 to 1, so it cannot be judged.`,
      facts: used,
    };
  }
  const write = share ? percentText : String;
  if (isStale(fact, now)) {
    const days = (now.getTime() - Date.parse(fact.observedAt)) / DAY_MS;
    return {
      verdict: 'stale',
      value: 0,
      reason: `${title}: ${write(x)} was measured ${agoText(
        days,
      )}, too long ago to count.`,
      facts: used,
    };
  }
  const value = Math.min(
    1,
    Math.max(0, (x - fn.zeroAt) / (fn.fullAt - fn.zeroAt)),
  );
  return {
    verdict: gradedVerdict(value),
    value,
    reason: `${title}: ${write(x, fn.fullAt)}. All points at ${write(
      fn.fullAt,
    )}, none at ${write(fn.zeroAt)}.`,
    facts: used,
  };
}
