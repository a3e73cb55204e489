import { InputError } from '@backstage/errors';
import { parseFilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';
import { predicateToFilter } from '@maestro-conductor/backend-kit';
import {
  DimensionDefinition,
  LevelDefinition,
  SCORE_EPSILON,
} from '@maestro-conductor/plugin-readiness-common';
import {
  BUILT_IN_DIMENSIONS,
  DEFAULT_REQUIRED_EVIDENCE,
} from './builtInDimensions';
import {
  asObject,
  assertKnownFields,
  asShare,
  asText,
  describe,
} from './configFields';
import { nearSentence } from './near';
import { readDimensions } from './readDimensions';
import { readKinds } from './readKinds';
import { ScorecardContent } from './scorecardContent';

/** Where a scorecard does not say: score at or above which promotion is open. */
export const DEFAULT_THRESHOLD = 0.9;
const DEFAULT_LEVELS = { bronze: 0.5, silver: 0.75, gold: 0.9 };
const DEFAULT_FILTER: JsonObject = { kind: 'component' };
const FIELDS = [
  'title',
  'threshold',
  'weights',
  'dimensions',
  'levels',
  'requiredEvidence',
  'filter',
  'appliesTo',
];
const NAME = /^[a-z][a-z0-9_-]{0,62}$/;
const MAX_TITLE = 100;
const MAX_LEVELS = 10;
const MAX_FILTER_DEPTH = 12;

function readName(name: string): string {
  if (!NAME.test(name)) {
    throw new InputError(
      `The name of a scorecard starts with a lower-case letter and goes on with letters, digits, _ or -, 63 at most; it is ${describe(
        name,
      )}`,
    );
  }
  return name;
}

/** Whether objects and lists lie in each other more than `levels` deep. Does not go deeper than that itself. */
function isDeeperThan(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== 'object') return false;
  return (
    levels === 0 ||
    Object.values(value).some(inner => isDeeperThan(inner, levels - 1))
  );
}

function readFilter(value: unknown, field: string): JsonObject {
  if (isDeeperThan(value, MAX_FILTER_DEPTH)) {
    throw new InputError(
      `${field} must not be nested more than ${MAX_FILTER_DEPTH} deep: $all, $any and $not need few levels`,
    );
  }
  try {
    predicateToFilter(parseFilterPredicate(value));
  } catch (error) {
    throw new InputError(
      `${field} must be a catalog filter predicate such as { kind: component }, and is not`,
      error,
    );
  }
  return asObject(value, field) as JsonObject;
}

function readLevels(value: unknown, field: string): LevelDefinition[] {
  const levels = Object.entries(asObject(value, field)).map(
    ([name, minimum]) => {
      if (!NAME.test(name)) {
        throw new InputError(
          `${field}: the name of a level starts with a lower-case letter and goes on with letters, digits, _ or -; it is ${describe(
            name,
          )}`,
        );
      }
      return { name, minimum: asShare(minimum, `${field}.${name}`) };
    },
  );
  if (levels.length === 0 || levels.length > MAX_LEVELS) {
    throw new InputError(
      `${field} must name 1 to ${MAX_LEVELS} levels, and names ${levels.length}`,
    );
  }
  levels.slice(1).forEach((level, index) => {
    const below = levels[index];
    if (level.minimum <= below.minimum) {
      throw new InputError(
        `${field}.${level.name} is ${level.minimum} and must be above ${below.name}, which is ${below.minimum}: write the levels from the lowest to the highest`,
      );
    }
  });
  return levels;
}

function readWeight(name: string, value: unknown, field: string): number {
  if (
    typeof value !== 'number' ||
    !Number.isFinite(value) ||
    value <= 0 ||
    value > 1
  ) {
    throw new InputError(
      `${field}.${name} must be a number above 0 and at most 1, and is ${describe(
        value,
      )}. To leave the dimension out, remove the line`,
    );
  }
  return value;
}

function readWeights(
  value: unknown,
  known: readonly string[],
  field: string,
): [string, number][] {
  if (value === undefined) {
    throw new InputError(
      `${field} is missing: name the dimensions and their shares, for example { coverage: 0.5, slo: 0.5 }`,
    );
  }
  const weights = Object.entries(asObject(value, field)).map(
    ([name, weight]): [string, number] => {
      if (!known.includes(name)) {
        throw new InputError(
          `${field} names ${describe(
            name,
          )}, which is no dimension. ${nearSentence(name, known)}`,
        );
      }
      return [name, readWeight(name, weight, field)];
    },
  );
  const sum = weights.reduce((total, [, weight]) => total + weight, 0);
  if (Math.abs(sum - 1) > SCORE_EPSILON) {
    throw new InputError(
      `${field} must sum to 1, and sum to ${Number(
        sum.toFixed(9),
      )}: change them by ${Number((1 - sum).toFixed(9))} in all`,
    );
  }
  return weights;
}

function assertWeighed(
  names: Iterable<string>,
  weights: readonly [string, number][],
  field: string,
): void {
  const weighed = weights.map(([name]) => name);
  for (const name of names) {
    if (!weighed.includes(name)) {
      throw new InputError(
        `${field} names ${describe(name)}, which has no weight. ${nearSentence(
          name,
          weighed,
        )}`,
      );
    }
  }
}

/**
 * Reads a scorecard as it is configured: a plain JSON object in which only `weights` is required.
 *
 * @param name - key of the scorecard, for example `prs`
 * @param value - the object under that key
 * @param path - how messages call the object, for example `readiness.scorecards.prs`
 * @throws InputError that names the field, the rule and the way out
 */
export function readScorecardConfig(
  name: string,
  value: unknown,
  path = `readiness.scorecards.${name}`,
): ScorecardContent {
  readName(name);
  const config = asObject(value, path);
  assertKnownFields(config, FIELDS, path);

  const own = readDimensions(config.dimensions ?? {}, `${path}.dimensions`);
  const templates = new Map([...BUILT_IN_DIMENSIONS, ...own]);
  const weights = readWeights(
    config.weights,
    [...templates.keys()],
    `${path}.weights`,
  );
  assertWeighed(own.keys(), weights, `${path}.dimensions`);
  const kinds = readKinds(
    config.requiredEvidence ?? DEFAULT_REQUIRED_EVIDENCE,
    `${path}.requiredEvidence`,
  );
  const appliesTo = asObject(config.appliesTo ?? {}, `${path}.appliesTo`);
  assertWeighed(Object.keys(appliesTo), weights, `${path}.appliesTo`);

  const dimensions = weights.map(([dimension, weight]): DimensionDefinition => {
    const template = templates.get(dimension)!;
    return {
      ...template,
      weight,
      value:
        template.value.function === 'fresh-kinds' && !own.has(dimension)
          ? { ...template.value, kinds }
          : template.value,
      ...(appliesTo[dimension] !== undefined && {
        appliesTo: readFilter(
          appliesTo[dimension],
          `${path}.appliesTo.${dimension}`,
        ),
      }),
    };
  });

  return {
    name,
    title: asText(
      config.title ?? 'Production Readiness Score',
      `${path}.title`,
      MAX_TITLE,
    ),
    threshold: asShare(
      config.threshold ?? DEFAULT_THRESHOLD,
      `${path}.threshold`,
    ),
    levels: readLevels(config.levels ?? DEFAULT_LEVELS, `${path}.levels`),
    dimensions,
    filter: readFilter(config.filter ?? DEFAULT_FILTER, `${path}.filter`),
  };
}
