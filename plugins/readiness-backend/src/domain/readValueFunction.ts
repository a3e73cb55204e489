import { InputError } from '@backstage/errors';
import { FACT_NAME_PATTERN } from '@maestro-conductor/plugin-evidence-common';
import { ValueFunction } from '@maestro-conductor/plugin-readiness-common';
import {
  asNumber,
  asObject,
  asShare,
  assertKnownFields,
  describe,
} from './configFields';
import { nearSentence } from './near';
import { readKinds } from './readKinds';

const FIELDS: Record<ValueFunction['function'], readonly string[]> = {
  linear: ['fact', 'zeroAt', 'fullAt'],
  recency: [
    'fact',
    'fullDays',
    'zeroDays',
    'requires',
    'lastOutcomeFact',
    'failedCap',
  ],
  'fresh-kinds': ['kinds'],
  'is-true': ['fact'],
  'at-least': ['fact', 'minimum'],
  'at-most': ['fact', 'maximum'],
};
const FUNCTIONS = Object.keys(FIELDS);
const MAX_FACT_NAME = 200;
const MAX_DAYS = 3650;

/**
 * Reads how a fact becomes a value.
 *
 * @param field - how messages call it, for example `readiness.scorecards.prs.dimensions.on_call.value`
 * @throws InputError that names the field, the rule and the way out
 */
export function readValueFunction(
  value: unknown,
  field: string,
): ValueFunction {
  const config = asObject(value, field);
  const name = config.function;
  if (typeof name !== 'string' || !FUNCTIONS.includes(name)) {
    throw new InputError(
      `${field}.function is ${describe(
        name,
      )}, which is no value function. ${nearSentence(String(name), FUNCTIONS)}`,
    );
  }
  const kind = name as ValueFunction['function'];
  assertKnownFields(config, ['function', ...FIELDS[kind]], field);
  const fact = (key: string) => readFactName(config[key], `${field}.${key}`);
  const number = (key: string) => asNumber(config[key], `${field}.${key}`);
  switch (kind) {
    case 'linear':
      return readLinear(
        fact('fact'),
        number('zeroAt'),
        number('fullAt'),
        field,
      );
    case 'recency':
      return {
        function: kind,
        fact: fact('fact'),
        ...readDays(config, field),
        ...(config.requires !== undefined && { requires: fact('requires') }),
        ...(config.lastOutcomeFact !== undefined && {
          lastOutcomeFact: fact('lastOutcomeFact'),
        }),
        ...(config.failedCap !== undefined && {
          failedCap: asShare(config.failedCap, `${field}.failedCap`),
        }),
      };
    case 'fresh-kinds':
      return {
        function: kind,
        kinds: readKinds(config.kinds, `${field}.kinds`),
      };
    case 'is-true':
      return { function: kind, fact: fact('fact') };
    case 'at-least':
      return { function: kind, fact: fact('fact'), minimum: number('minimum') };
    default:
      return { function: kind, fact: fact('fact'), maximum: number('maximum') };
  }
}

function readFactName(value: unknown, field: string): string {
  if (
    typeof value !== 'string' ||
    value.length > MAX_FACT_NAME ||
    !FACT_NAME_PATTERN.test(value)
  ) {
    throw new InputError(
      `${field} must be the name of a fact, and is ${describe(
        value,
      )}. Names are lower-case words with dots between them, such as test.coverage.lines`,
    );
  }
  return value;
}

function readLinear(
  fact: string,
  zeroAt: number,
  fullAt: number,
  field: string,
): ValueFunction {
  if (zeroAt === fullAt) {
    throw new InputError(
      `${field}: zeroAt and fullAt are both ${zeroAt}, and must differ. For all or nothing use at-least or at-most`,
    );
  }
  return { function: 'linear', fact, zeroAt, fullAt };
}

function readDays(
  config: Record<string, unknown>,
  field: string,
): { fullDays: number; zeroDays: number } {
  const fullDays = asNumber(config.fullDays, `${field}.fullDays`);
  const zeroDays = asNumber(config.zeroDays, `${field}.zeroDays`);
  if (fullDays < 0 || zeroDays <= fullDays || zeroDays > MAX_DAYS) {
    throw new InputError(
      `${field}: fullDays must be at least 0, and zeroDays above it and at most ${MAX_DAYS}; they are ${fullDays} and ${zeroDays}`,
    );
  }
  return { fullDays, zeroDays };
}
