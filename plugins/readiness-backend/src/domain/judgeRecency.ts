import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';
import { factUsed, gradedVerdict, JudgeContext, Judgement } from './judgement';
import { DAY_MS, utcDay } from './utcDay';
import { agoText, percentText } from './wording';

type Recency = Extract<ValueFunction, { function: 'recency' }>;

/** Clocks of two machines may differ by this much before a time counts as being in the future. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;
const DEFAULT_FAILED_CAP = 0.5;

/** 1 up to `fullDays`, straight to 0 at `zeroDays`: v = (zeroDays − age) ÷ (zeroDays − fullDays). Age in days. */
function recencyValue(fn: Recency, age: number): number {
  if (age <= fn.fullDays) return 1;
  if (age >= fn.zeroDays) return 0;
  return (fn.zeroDays - age) / (fn.zeroDays - fn.fullDays);
}

/** The last word of a name such as `chaos.passed_at`: what happened then. */
function verbOf(factName: string): string {
  return (factName.split('.').pop() ?? '').replace(/_at$/, '');
}

/** A run that failed after the last one that passed. A failure before it is history. */
function failedSince(outcome: Fact | undefined, passedAt: number | undefined) {
  return (
    outcome?.value === false &&
    (passedAt === undefined || Date.parse(outcome.observedAt) >= passedAt)
  );
}

/**
 * How long ago something was done. Freshness of the fact is not asked: the function itself says when it is worth nothing, and
 * from then on the verdict is `stale`.
 */
export function judgeRecency(fn: Recency, context: JudgeContext): Judgement {
  const { facts, now } = context;
  const verb = verbOf(fn.fact);
  const fact = facts.get(fn.fact);
  const required = fn.requires ? facts.get(fn.requires) : undefined;
  const outcome = fn.lastOutcomeFact
    ? facts.get(fn.lastOutcomeFact)
    : undefined;
  const used = [
    factUsed(fn.fact, fact),
    ...(fn.requires ? [factUsed(fn.requires, required)] : []),
    ...(fn.lastOutcomeFact ? [factUsed(fn.lastOutcomeFact, outcome)] : []),
  ];
  const nothing = (verdict: Judgement['verdict'], why: string): Judgement => ({
    verdict,
    value: 0,
    reason: why,
    facts: used,
  });

  if (fn.requires && !required) {
    return nothing(
      'no-data',
      `Nothing is known (there is no fact ${fn.requires}).`,
    );
  }
  if (fn.requires && required?.value !== true) {
    return nothing('failed', `There is none (${fn.requires} is not true).`);
  }
  if (!fact) {
    return failedSince(outcome, undefined)
      ? nothing('failed', `It has never ${verb}, and the last run failed.`)
      : nothing(
          'no-data',
          `It is not known to have ever ${verb} (there is no fact ${fn.fact}).`,
        );
  }
  const at = typeof fact.value === 'string' ? Date.parse(fact.value) : NaN;
  if (Number.isNaN(at)) {
    return nothing(
      'errored',
      `The fact ${fn.fact} is not a time, so it cannot be judged.`,
    );
  }
  if (at > now.getTime() + CLOCK_SKEW_MS) {
    return nothing(
      'errored',
      `The fact ${fn.fact} lies in the future, so it cannot be judged.`,
    );
  }

  const age = Math.max(0, (now.getTime() - at) / DAY_MS);
  const when = `Last ${verb} ${agoText(age)} (${utcDay(new Date(at))})`;
  const rule = `all points up to ${fn.fullDays} days, none from ${fn.zeroDays} days on.`;
  const value = recencyValue(fn, age);
  if (value <= 0) return nothing('stale', `${when}; ${rule}`);

  const cap = fn.failedCap ?? DEFAULT_FAILED_CAP;
  if (failedSince(outcome, at)) {
    const capped = Math.min(value, cap);
    return {
      verdict: gradedVerdict(capped),
      value: capped,
      reason: `${when}, but the last run failed: at most ${percentText(
        cap,
      )} of the points.`,
      facts: used,
    };
  }
  return {
    verdict: gradedVerdict(value),
    value,
    reason: `${when}; ${rule}`,
    facts: used,
  };
}
