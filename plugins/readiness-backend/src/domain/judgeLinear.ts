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

/** `all points from 80 %`; where it is not 0, also up to where there are none. */
function ruleText({ zeroAt, fullAt }: Linear, share: boolean): string {
  const write = share ? percentText : String;
  const better = fullAt > zeroAt;
  const beyond = better ? 'from' : 'up to';
  const all = `all points ${share && fullAt === 1 ? 'at' : beyond} ${write(
    fullAt,
  )}`;
  return zeroAt === 0
    ? all
    : `${all}, none ${better ? 'up to' : 'from'} ${write(zeroAt)}`;
}

/**
 * 0 at `zeroAt`, 1 at `fullAt`, straight between, clamped outside: v = (x − zeroAt) ÷ (fullAt − zeroAt). `zeroAt` may lie above
 * `fullAt` where less is better. A share outside 0 to 1 (83 for 83 %) is an error and
 * never full points.
 */
export function judgeLinear(fn: Linear, context: JudgeContext): Judgement {
  const { measure, facts, now } = context;
  const fact = facts.get(fn.fact);
  const used = [factUsed(fn.fact, fact)];
  if (!fact) {
    return {
      verdict: 'no-data',
      value: 0,
      reason: `Not measured yet (there is no fact ${fn.fact}).`,
      facts: used,
    };
  }
  const x = fact.value;
  if (typeof x !== 'number' || !Number.isFinite(x)) {
    return {
      verdict: 'errored',
      value: 0,
      reason: `The fact ${fn.fact} is not a number, so it cannot be judged.`,
      facts: used,
    };
  }
  const share = fact.unit === 'ratio' || (fn.zeroAt >= 0 && fn.fullAt <= 1);
  if (share && (x < 0 || x > 1)) {
    return {
      verdict: 'errored',
      value: 0,
      reason: `The fact ${fn.fact} is ${x} and not a share from 0 to 1, so it cannot be judged.`,
      facts: used,
    };
  }
  const write = share ? percentText : String;
  const amount = [write(x, fn.fullAt), ...(measure ? [measure] : [])].join(' ');
  if (isStale(fact, now)) {
    const days = (now.getTime() - Date.parse(fact.observedAt)) / DAY_MS;
    return {
      verdict: 'stale',
      value: 0,
      reason: `${amount}, measured ${agoText(days)}: too long ago to count.`,
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
    reason: `${amount}; ${ruleText(fn, share)}.`,
    facts: used,
  };
}
