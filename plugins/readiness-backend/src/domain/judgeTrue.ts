import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';
import { factUsed, isStale, JudgeContext, Judgement } from './judgement';
import { DAY_MS } from './utcDay';
import { agoText } from './wording';

type IsTrue = Extract<ValueFunction, { function: 'is-true' }>;

/** All points where the fact is true, none where it is false. */
export function judgeTrue(fn: IsTrue, { facts, now }: JudgeContext): Judgement {
  const fact = facts.get(fn.fact);
  const said = (verdict: Judgement['verdict'], reason: string): Judgement => ({
    verdict,
    value: verdict === 'passed' ? 1 : 0,
    reason,
    facts: [factUsed(fn.fact, fact)],
  });
  if (!fact) {
    return said('no-data', `Not known yet (there is no fact ${fn.fact}).`);
  }
  if (typeof fact.value !== 'boolean') {
    return said(
      'errored',
      `The fact ${fn.fact} is neither true nor false, so it cannot be judged.`,
    );
  }
  if (isStale(fact, now)) {
    const days = (now.getTime() - Date.parse(fact.observedAt)) / DAY_MS;
    return said(
      'stale',
      `${fn.fact} was said ${agoText(days)}: too long ago to count.`,
    );
  }
  return fact.value
    ? said('passed', `Yes: ${fn.fact} is true.`)
    : said('failed', `No: ${fn.fact} is false, and true is asked for.`);
}
