import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import { GateRequest } from '@maestro-conductor/plugin-readiness-common';
import { nearSentence } from './near';

/** A gate request whose fields are checked and complete. */
export interface CheckedGateRequest {
  entityRef: string;
  environment: string;
  /** `''` where none was asked. */
  commit: string;
  minimum?: number;
}

/** Letters, digits and the few signs that commit ids and versions are made of. */
const COMMIT = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/;

/**
 * The environment asked for, or the default one.
 *
 * @throws InputError where it is not configured
 */
export function checkEnvironment(
  environment: string | undefined,
  settings: { environments: string[]; defaultEnvironment: string },
): string {
  if (environment === undefined) return settings.defaultEnvironment;
  if (!settings.environments.includes(environment)) {
    throw new InputError(
      `environment is ${environment.slice(
        0,
        63,
      )}, which is not configured. ${nearSentence(
        environment,
        settings.environments,
      )}`,
    );
  }
  return environment;
}

const FIELDS = ['entity', 'environment', 'commit', 'minimum', 'dryRun'];

/** @throws InputError that names the field, the rule and the way out */
export function checkGateRequest(
  request: GateRequest,
  settings: { environments: string[]; defaultEnvironment: string },
): CheckedGateRequest {
  const unknown = Object.keys(request).find(field => !FIELDS.includes(field));
  if (unknown !== undefined) {
    throw new InputError(
      `The body has a field ${JSON.stringify(
        unknown.slice(0, 50),
      )} that is not known. ${nearSentence(unknown, FIELDS)}`,
    );
  }
  const { commit = '', minimum } = request;
  if (commit !== '' && !COMMIT.test(commit)) {
    throw new InputError(
      'commit must be a commit id or version of 1 to 100 letters, digits, dots, slashes, _ or -',
    );
  }
  if (
    minimum !== undefined &&
    (!Number.isFinite(minimum) || minimum < 0 || minimum > 1)
  ) {
    throw new InputError(
      `minimum must be a number from 0 to 1, and is ${minimum}. Write 90 % as 0.9`,
    );
  }
  return {
    entityRef: normalizeEntityRef(request.entity),
    environment: checkEnvironment(request.environment, settings),
    commit,
    ...(minimum !== undefined && { minimum }),
  };
}
