import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';
import { gradedVerdict, JudgeContext, Judgement } from './judgement';
import { readNumber } from './readNumber';
import { percentText } from './wording';

type Linear = Extract<ValueFunction, { function: 'linear' }>;

/** By rule, for shares and for other numbers: the same for thousands of entities. */
const RULE_TEXTS = { share: new WeakMap(), number: new WeakMap() } satisfies {
  [kind: string]: WeakMap<Linear, string>;
};

function ruleText(fn: Linear, share: boolean): string {
  const known = share ? RULE_TEXTS.share : RULE_TEXTS.number;
  const text: string = known.get(fn) ?? writeRule(fn, share);
  known.set(fn, text);
  return text;
}

/** `all points from 80 %`; where it is not 0, also up to where there are none. */
function writeRule({ zeroAt, fullAt }: Linear, share: boolean): string {
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
  const ofShares = fn.zeroAt >= 0 && fn.fullAt <= 1;
  const read = readNumber(fn.fact, context, {
    share: ({ unit }) => unit === 'ratio' || ofShares,
    beside: fn.fullAt,
  });
  if (read.judgement) return read.judgement;
  const { amount, used } = read;
  const share = ofShares || context.facts.get(fn.fact)?.unit === 'ratio';
  const value = Math.min(
    1,
    Math.max(0, (read.value - fn.zeroAt) / (fn.fullAt - fn.zeroAt)),
  );
  return {
    verdict: gradedVerdict(value),
    value,
    reason: `${amount}; ${ruleText(fn, share)}.`,
    facts: used,
  };
}
