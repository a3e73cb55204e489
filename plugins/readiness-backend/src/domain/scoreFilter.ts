import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import {
  ScoreFilter,
  ScorecardDefinition,
  VERDICTS,
} from '@maestro-conductor/plugin-readiness-common';
import { nearSentence } from './near';

/** Values of one field at most. */
const MAX_VALUES = 20;
const MAX_TEXT = 200;

/** Stands for the services below all levels or without a score. */
export const NO_LEVEL = 'none';

/** Stands for the services that no group of the catalog owns. */
export const NO_OWNER = 'none';

function readValues<T extends string>(
  field: string,
  values: readonly T[] | undefined,
  read: (value: T) => T,
): T[] | undefined {
  if (!values?.length) return undefined;
  if (values.length > MAX_VALUES) {
    throw new InputError(
      `${field} may be given ${MAX_VALUES} times at most, and is given ${values.length} times`,
    );
  }
  return [...new Set(values.map(read))];
}

function readText(field: string): (value: string) => string {
  return value => {
    const text = value.trim();
    if (text === '' || text.length > MAX_TEXT) {
      throw new InputError(
        `${field} must be a text of 1 to ${MAX_TEXT} characters`,
      );
    }
    return text.toLowerCase();
  };
}

function readRef(field: string, kind: string): (value: string) => string {
  return value =>
    normalizeEntityRef(value.includes(':') ? value : `${kind}:${value}`, field);
}

function readOneOf<T extends string>(
  field: string,
  known: readonly T[],
): (value: T) => T {
  return value => {
    if (!known.includes(value)) {
      throw new InputError(
        `${field} is ${JSON.stringify(
          value.slice(0, 63),
        )}, which is not known. ${nearSentence(value, known)}`,
      );
    }
    return value;
  };
}

function readOwner(value: string): string {
  return value === NO_OWNER ? value : readRef('owner', 'group')(value);
}

/**
 * Checks what a list is to be narrowed by, and brings it into one form: full lower-case refs, lower-case texts, each value once,
 * no empty fields.
 *
 * @throws InputError that names the field, the rule and the way out
 */
export function checkScoreFilter(
  filter: ScoreFilter,
  scorecard: Pick<ScorecardDefinition, 'levels' | 'dimensions'> | undefined,
): ScoreFilter {
  const levels = (scorecard?.levels ?? []).map(({ name }) => name);
  const dimensions = (scorecard?.dimensions ?? []).map(({ name }) => name);
  const { dimension } = filter;
  const checked: ScoreFilter = {
    owner: readValues('owner', filter.owner, readOwner),
    system: readValues('system', filter.system, readRef('system', 'system')),
    lifecycle: readValues('lifecycle', filter.lifecycle, readText('lifecycle')),
    tag: readValues('tag', filter.tag, readText('tag')),
    level: readValues(
      'level',
      filter.level,
      readOneOf('level', [...levels, NO_LEVEL]),
    ),
    verdict: readValues(
      'verdict',
      filter.verdict,
      readOneOf('verdict', VERDICTS),
    ),
    dimension:
      dimension === undefined
        ? undefined
        : readOneOf('dimension', dimensions)(dimension),
    search: filter.search?.trim() || undefined,
  };
  if (checked.dimension && !checked.verdict) {
    throw new InputError(
      'dimension narrows verdict and cannot stand alone: add verdict, for example verdict=failed',
    );
  }
  return Object.fromEntries(
    Object.entries(checked).filter(([, value]) => value !== undefined),
  );
}
