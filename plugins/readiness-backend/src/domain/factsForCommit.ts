import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { factNames } from './factNames';

/**
 * The facts that count when the gate is asked for a commit: in dimensions bound to commits only those of exactly that commit,
 * in all others as they are. Without a commit all of them.
 */
export function factsForCommit(
  definition: ScorecardDefinition,
  facts: ReadonlyMap<string, Fact>,
  commit: string,
): Map<string, Fact> {
  if (!commit) return new Map(facts);
  const bound = definition.dimensions.filter(d => d.boundToCommit);
  const boundNames = factNames({ dimensions: bound });
  return new Map(
    [...facts].filter(
      ([name, fact]) => !boundNames.includes(name) || fact.commit === commit,
    ),
  );
}
