import {
  EvidenceKind,
  lastObservedFact,
} from '@maestro-conductor/plugin-evidence-common';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';

/** The names of all facts that a scorecard's dimensions read, each once. */
export function factNames(
  definition: Pick<ScorecardDefinition, 'dimensions'>,
): string[] {
  const names = definition.dimensions.flatMap(({ value }) => {
    switch (value.function) {
      case 'linear':
        return [value.fact];
      case 'recency':
        return [value.fact, value.requires, value.lastOutcomeFact];
      default:
        return value.kinds.map(kind => lastObservedFact(kind as EvidenceKind));
    }
  });
  return [...new Set(names.filter(name => name !== undefined))];
}
