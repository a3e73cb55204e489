import { LoggerService } from '@backstage/backend-plugin-api';
import { ForwardedError } from '@backstage/errors';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { PolicyEvaluator } from '../bundle/loadPolicyEvaluator';
import { parsePolicyOutput } from './parsePolicyOutput';
import { toPolicyInput } from './PolicyInput';
import { RoleConfig, rolesOf } from './roles';
import { toPolicyDecision } from './toPolicyDecision';

// Names reach the log from requests: quoted, so that they stay on one line.
const MAX_LOGGED_NAME = 100;

function quoted(name: string): string {
  return JSON.stringify(name.slice(0, MAX_LOGGED_NAME));
}

/**
 * Asks a compiled Rego policy. Whatever goes wrong on the way is logged and
 * denied: a broken policy must not open the portal.
 */
export class OpaPermissionPolicy implements PermissionPolicy {
  readonly #evaluator: PolicyEvaluator;
  readonly #roles: RoleConfig;
  readonly #logger: LoggerService;

  constructor(options: {
    evaluator: PolicyEvaluator;
    roles: RoleConfig;
    logger: LoggerService;
  }) {
    this.#evaluator = options.evaluator;
    this.#roles = options.roles;
    this.#logger = options.logger;
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    try {
      const input = toPolicyInput(permission, user && this.#person(user));
      const output = parsePolicyOutput(this.#evaluator.evaluate(input));
      this.#logger.debug(
        `Permission ${quoted(permission.name)}: ${output.effect}. ${
          output.reason
        }`,
      );
      return toPolicyDecision(permission, output);
    } catch (error) {
      this.#logger.error(
        `Permission ${quoted(
          permission.name,
        )} is denied because the policy could not decide it`,
        new ForwardedError('Policy evaluation failed', error),
      );
      return { result: AuthorizeResult.DENY };
    }
  }

  // The permission plugin resolves `info` once for all decisions of a request.
  #person({ info }: PolicyQueryUser) {
    return {
      ref: info.userEntityRef,
      ownership: info.ownershipEntityRefs,
      roles: rolesOf(this.#roles, info.ownershipEntityRefs),
    };
  }
}
