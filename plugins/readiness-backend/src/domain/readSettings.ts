import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';
import { nearSentence } from './near';

/** The part of the configuration that is not the scorecard itself. */
export interface ReadinessSettings {
  environments: string[];
  defaultEnvironment: string;
  /** The one scorecard, as it is written; checked by `readScorecardConfig`. */
  scorecard: { name: string; value: JsonValue };
}

const DEFAULT_ENVIRONMENT = 'production';
const NAME = /^[a-z][a-z0-9-]{0,62}$/;

/** The weights of the production readiness score where nothing is configured. */
export const DEFAULT_SCORECARD: ReadinessSettings['scorecard'] = {
  name: 'prs',
  value: {
    weights: {
      coverage: 0.25,
      slo: 0.25,
      evidence: 0.2,
      runbooks: 0.1,
      chaos_recency: 0.1,
      k6_recency: 0.1,
    },
  },
};

function readEnvironment(value: JsonValue | undefined, field: string): string {
  if (typeof value !== 'string' || !NAME.test(value)) {
    throw new InputError(
      `${field} must be the name of an environment: a lower-case letter, then letters, digits or -, 63 at most, for example production`,
    );
  }
  return value;
}

/**
 * Reads the `readiness` part of the configuration.
 *
 * @throws InputError that names the field, the rule and the way out
 */
export function readSettings(config: JsonObject = {}): ReadinessSettings {
  const {
    defaultEnvironment: configuredDefault,
    environments: configured,
    scorecards,
  } = config;
  if (configured !== undefined && !Array.isArray(configured)) {
    throw new InputError(
      'readiness.environments must be a list of names, for example [production]',
    );
  }
  const environments = (
    configured ?? [configuredDefault ?? DEFAULT_ENVIRONMENT]
  ).map((value, index) =>
    readEnvironment(value, `readiness.environments[${index}]`),
  );
  if (environments.length === 0) {
    throw new InputError(
      'readiness.environments is empty: name at least one, or remove the line',
    );
  }
  const defaultEnvironment = readEnvironment(
    configuredDefault ??
      (environments.includes(DEFAULT_ENVIRONMENT)
        ? DEFAULT_ENVIRONMENT
        : environments[0]),
    'readiness.defaultEnvironment',
  );
  if (!environments.includes(defaultEnvironment)) {
    throw new InputError(
      `readiness.defaultEnvironment is ${defaultEnvironment}, which is not in readiness.environments. ${nearSentence(
        defaultEnvironment,
        environments,
      )}`,
    );
  }
  return {
    environments: [...new Set(environments)],
    defaultEnvironment,
    scorecard: readScorecards(scorecards),
  };
}

function readScorecards(
  scorecards: JsonValue | undefined,
): ReadinessSettings['scorecard'] {
  if (scorecards === undefined) return DEFAULT_SCORECARD;
  const entries =
    scorecards !== null && typeof scorecards === 'object'
      ? Object.entries(scorecards)
      : [];
  if (Array.isArray(scorecards) || entries.length !== 1) {
    throw new InputError(
      `readiness.scorecards must hold exactly one scorecard under its name, for example { prs: { weights: … } }`,
    );
  }
  const [[name, value]] = entries;
  return { name, value: value ?? null };
}
