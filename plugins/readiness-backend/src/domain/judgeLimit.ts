import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';
import { JudgeContext, Judgement } from './judgement';
import { readNumber } from './readNumber';
import { percentText } from './wording';

type Limit = Extract<ValueFunction, { function: 'at-least' | 'at-most' }>;

/** All points at the limit and on its good side, none on the other. The limit itself is good. */
export function judgeLimit(fn: Limit, context: JudgeContext): Judgement {
  const limit = fn.function === 'at-least' ? fn.minimum : fn.maximum;
  const read = readNumber(fn.fact, context, {
    share: ({ unit }) => unit === 'ratio',
    beside: limit,
  });
  if (read.judgement) return read.judgement;
  const { value, amount, used } = read;
  const good = fn.function === 'at-least' ? value >= limit : value <= limit;
  const share = context.facts.get(fn.fact)?.unit === 'ratio';
  const words = fn.function === 'at-least' ? 'at least' : 'at most';
  return {
    verdict: good ? 'passed' : 'failed',
    value: good ? 1 : 0,
    reason: `${amount}; ${words} ${
      share ? percentText(limit) : limit
    } is asked for.`,
    facts: used,
  };
}
