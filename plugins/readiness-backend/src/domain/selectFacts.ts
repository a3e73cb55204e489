import { Fact } from '@maestro-conductor/plugin-evidence-common';

/**
 * One fact per name: that of the commit asked before others, that of the environment before one bound to none, the later before
 * the earlier. Facts of other environments, and of other branches unless of the commit asked, are left out.
 */
export function selectFacts(
  facts: readonly Fact[],
  wanted: { environment: string; commit?: string },
): Map<string, Fact> {
  const rank = (fact: Fact): [number, number, number] => [
    wanted.commit && fact.commit === wanted.commit ? 1 : 0,
    fact.environment === wanted.environment ? 1 : 0,
    Date.parse(fact.observedAt),
  ];
  const selected = new Map<string, Fact>();
  for (const fact of facts) {
    const ofEnvironment =
      fact.environment === wanted.environment || fact.environment === '';
    const ofBranch =
      fact.defaultBranch || (wanted.commit && fact.commit === wanted.commit);
    if (!ofEnvironment || !ofBranch) continue;
    const other = selected.get(fact.name);
    if (!other || compare(rank(fact), rank(other)) >= 0) {
      selected.set(fact.name, fact);
    }
  }
  return selected;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const index = a.findIndex((value, i) => value !== b[i]);
  return index < 0 ? 0 : a[index] - b[index];
}
