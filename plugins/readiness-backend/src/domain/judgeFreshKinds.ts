import {
  EvidenceKind,
  lastObservedFact,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ValueFunction,
  Verdict,
} from '@maestro-conductor/plugin-readiness-common';
import {
  factUsed,
  gradedVerdict,
  isStale,
  JudgeContext,
  Judgement,
} from './judgement';
import { listText } from './wording';

type FreshKinds = Extract<ValueFunction, { function: 'fresh-kinds' }>;

/** The share of the required kinds of evidence that are there and fresh. */
export function judgeFreshKinds(
  fn: FreshKinds,
  { facts, now }: JudgeContext,
): Judgement {
  const kinds = fn.kinds.map(kind => {
    const name = lastObservedFact(kind as EvidenceKind);
    return { kind, name, fact: facts.get(name) };
  });
  const missing = kinds.filter(({ fact }) => !fact);
  const stale = kinds.filter(({ fact }) => fact && isStale(fact, now));
  const fresh = kinds.length - missing.length - stale.length;
  const value = kinds.length === 0 ? 0 : fresh / kinds.length;

  let verdict: Verdict = gradedVerdict(value);
  if (fresh === 0) verdict = stale.length > 0 ? 'stale' : 'no-data';

  const parts = [
    `${fresh} of ${kinds.length} required kinds there and fresh`,
    ...(missing.length > 0
      ? [`missing: ${listText(missing.map(({ kind }) => kind))}`]
      : []),
    ...(stale.length > 0
      ? [`too old: ${listText(stale.map(({ kind }) => kind))}`]
      : []),
  ];
  return {
    verdict,
    value,
    reason: `${parts.join('; ')}.`,
    facts: kinds.map(({ name, fact }) => factUsed(name, fact)),
  };
}
