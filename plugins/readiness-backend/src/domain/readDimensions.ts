import { InputError } from '@backstage/errors';
import { BUILT_IN_DIMENSIONS, DimensionTemplate } from './builtInDimensions';
import { asObject, assertKnownFields, asText, describe } from './configFields';
import { factNames } from './factNames';
import { readValueFunction } from './readValueFunction';
import { listText } from './wording';

const FIELDS = [
  'title',
  'value',
  'nextStep',
  'boundToCommit',
  'measure',
  'documentationUrl',
];
const NAME = /^[a-z][a-z0-9_]{0,62}$/;
const MAX_TITLE = 100;
const MAX_SENTENCE = 500;
const MAX_DIMENSIONS = 30;

/**
 * Reads the dimensions that a scorecard brings beside the built-in ones.
 *
 * @param field - how messages call them, for example `readiness.scorecards.prs.dimensions`
 * @throws InputError that names the field, the rule and the way out
 */
export function readDimensions(
  value: unknown,
  field: string,
): Map<string, DimensionTemplate> {
  const entries = Object.entries(asObject(value, field));
  if (entries.length > MAX_DIMENSIONS) {
    throw new InputError(
      `${field} must name at most ${MAX_DIMENSIONS} dimensions, and names ${entries.length}`,
    );
  }
  return new Map(
    entries.map(([name, config]) => [
      name,
      readDimension(name, config, `${field}.${name.slice(0, 63)}`),
    ]),
  );
}

function readDimension(
  name: string,
  value: unknown,
  field: string,
): DimensionTemplate {
  if (!NAME.test(name)) {
    throw new InputError(
      `${field}: the name of a dimension starts with a lower-case letter and goes on with letters, digits or _, 63 at most`,
    );
  }
  if (BUILT_IN_DIMENSIONS.has(name)) {
    throw new InputError(
      `${field} is a built-in dimension and cannot be defined anew: choose another name`,
    );
  }
  const config = asObject(value, field);
  assertKnownFields(config, FIELDS, field);
  const rule = readValueFunction(config.value, `${field}.value`);
  const { boundToCommit = false, measure, nextStep, documentationUrl } = config;
  if (typeof boundToCommit !== 'boolean') {
    throw new InputError(
      `${field}.boundToCommit must be true or false, and is ${describe(
        boundToCommit,
      )}`,
    );
  }
  const facts = factNames({ dimensions: [{ value: rule }] });
  return {
    name,
    title: asText(config.title, `${field}.title`, MAX_TITLE),
    value: rule,
    boundToCommit,
    nextStep:
      nextStep === undefined
        ? `Bring ${listText(
            facts,
          )} to where the rule asks for, and push it from the pipeline.`
        : asText(nextStep, `${field}.nextStep`, MAX_SENTENCE),
    ...(measure !== undefined && {
      measure: asText(measure, `${field}.measure`, MAX_TITLE),
    }),
    ...(documentationUrl !== undefined && {
      documentationUrl: asUrl(documentationUrl, `${field}.documentationUrl`),
    }),
  };
}

function asUrl(value: unknown, field: string): string {
  const text = asText(value, field, MAX_SENTENCE);
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw new InputError(
      `${field} must be an address that begins with https:// or http://, and is ${describe(
        text,
      )}`,
    );
  }
  return text;
}
