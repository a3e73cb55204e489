import {
  Score,
  ScorecardDefinition,
} from '@maestro-conductor/plugin-readiness-common';
import {
  CompactFact,
  compactFacts,
  FactOrigin,
  unpackFact,
} from '../domain/compactFacts';
import { dimensionScore } from '../domain/dimensionScore';
import { ServiceValues } from '../domain/serviceValues';

/**
 * What the column `result` holds: what neither the other columns say nor the version of the definition that judged it. So a score
 * takes a kilobyte, and not five.
 */
interface Result {
  origins: FactOrigin[];
  /** In the order of the definition. */
  dimensions: [reason: string, facts: CompactFact[]][];
}

/** The dimensions of a score as JSON text: the same text for the same facts and reasons. */
export function writeResult({ dimensions }: Pick<Score, 'dimensions'>): string {
  const { origins, facts } = compactFacts(dimensions);
  const result: Result = {
    origins,
    dimensions: dimensions.map(({ reason }, index) => [reason, facts[index]]),
  };
  return JSON.stringify(result);
}

/** The dimensions that `writeResult` and `serviceValues` were given, by the definition that judged them. */
export function readResult(
  result: string,
  values: ServiceValues,
  definition: ScorecardDefinition,
): Score['dimensions'] {
  const { origins, dimensions } = JSON.parse(result) as Result;
  return definition.dimensions.map((dimension, index) => {
    const [reason, facts] = dimensions[index];
    const [verdict, value] = values[dimension.name];
    return dimensionScore(dimension, {
      verdict,
      value,
      reason,
      facts: facts.map(fact => unpackFact(fact, origins)),
    });
  });
}
