import {
  EvidenceKind,
  lastObservedFact,
} from '@maestro-conductor/plugin-evidence-common';
import { DimensionDefinition } from '@maestro-conductor/plugin-readiness-common';

/** The names of all facts that a scorecard's dimensions read, each once. */
export function factNames(definition: {
  dimensions: readonly Pick<DimensionDefinition, 'value'>[];
}): string[] {
  const names = definition.dimensions.flatMap(({ value }) => {
    switch (value.function) {
      case 'recency':
        return [value.fact, value.requires, value.lastOutcomeFact];
      case 'fresh-kinds':
        return value.kinds.map(kind => lastObservedFact(kind as EvidenceKind));
      default:
        return [value.fact];
    }
  });
  return [...new Set(names.filter(name => name !== undefined))];
}
