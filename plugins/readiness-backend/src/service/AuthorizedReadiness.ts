import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { isError, NotAllowedError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  EntityAccess,
  isServicePrincipal,
  normalizeEntityRef,
} from '@maestro-conductor/backend-kit';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  EntityScoresRequest,
  GateRequest,
  readinessGateAskPermission,
  readinessGateReadPermission,
  readinessScoreEvaluatePermission,
  readinessScoreReadPermission,
} from '@maestro-conductor/plugin-readiness-common';
import { DefaultReadiness } from './DefaultReadiness';
import {
  EntityRequest,
  FilterRequest,
  ListScoresRequest,
  ListTeamsRequest,
  PageRequest,
  ReadinessCallOptions,
  ReadinessService,
  TeamRequest,
} from './types';
import { unknownDecision } from './unknownDecision';
import { Visibility } from './Visibility';

/** The caller as it is written into a decision. */
function callerOf(credentials: BackstageCredentials): string {
  if (isServicePrincipal(credentials)) return credentials.principal.subject;
  const { userEntityRef } = credentials.principal as { userEntityRef?: string };
  return userEntityRef ?? 'unknown';
}

/** Asks who may, then calls `DefaultReadiness`. */
export class AuthorizedReadiness implements ReadinessService {
  readonly #inner: DefaultReadiness;
  readonly #access: EntityAccess;
  readonly #permissions: PermissionsService;

  constructor(options: {
    inner: DefaultReadiness;
    access: EntityAccess;
    permissions: PermissionsService;
  }) {
    this.#inner = options.inner;
    this.#access = options.access;
    this.#permissions = options.permissions;
  }

  async askGate(request: GateRequest, { credentials }: ReadinessCallOptions) {
    await this.#assert(credentials, readinessGateAskPermission, request.entity);
    return await this.#inner.askGate(request, callerOf(credentials));
  }

  async getDecision(id: string, { credentials }: ReadinessCallOptions) {
    const decision = await this.#inner.getDecision(id);
    try {
      await this.#access.assert(credentials, readinessGateReadPermission, [
        decision.entityRef,
      ]);
    } catch (error) {
      // Which entity it is about is nothing for those who may not see it.
      if (isError(error) && error.name === 'NotFoundError') {
        throw unknownDecision(id);
      }
      throw error;
    }
    return decision;
  }

  async listDecisions(
    request: EntityRequest & PageRequest,
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assert(
      credentials,
      readinessGateReadPermission,
      request.entity,
    );
    return await this.#inner.listDecisions(request);
  }

  async getScore(
    request: EntityRequest,
    { credentials }: ReadinessCallOptions,
  ) {
    if (isServicePrincipal(credentials)) {
      // Services see the whole catalog, so that one query answers them. It finds none, or none for them: what follows says which.
      const kept = await this.#inner.findScore(
        request,
        await this.#access.restrict(credentials, readinessScoreReadPermission),
      );
      if (kept) return kept;
    }
    // What people may see of one entity is for the catalog to say, which knows of a change before its projection does.
    await this.#assert(
      credentials,
      readinessScoreReadPermission,
      request.entity,
    );
    return await this.#inner.getScore(request);
  }

  async getScores(
    request: EntityScoresRequest,
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.getScores(
      request,
      await this.#access.restrict(credentials, readinessScoreReadPermission),
    );
  }

  async getHistory(
    request: EntityRequest & { days?: number },
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assert(
      credentials,
      readinessScoreReadPermission,
      request.entity,
    );
    return await this.#inner.getHistory(request);
  }

  async getChanges(
    request: EntityRequest & { since?: string },
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assert(
      credentials,
      readinessScoreReadPermission,
      request.entity,
    );
    return await this.#inner.getChanges(request);
  }

  async listScores(
    request: ListScoresRequest,
    { credentials }: ReadinessCallOptions,
  ) {
    return await this.#inner.listScores(
      request,
      await this.#visibility(credentials),
    );
  }

  async getFacets(
    request: FilterRequest,
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.getFacets(
      request,
      await this.#visibility(credentials),
    );
  }

  async exportScores(
    request: Omit<ListScoresRequest, 'limit' | 'cursor'>,
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.exportScores(
      request,
      await this.#visibility(credentials),
    );
  }

  async listTeams(
    request: ListTeamsRequest,
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.listTeams(
      request,
      await this.#visibility(credentials),
    );
  }

  async getTeam(request: TeamRequest, { credentials }: ReadinessCallOptions) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.getTeam(
      request,
      await this.#visibility(credentials),
    );
  }

  async getSummary(
    request: { environment?: string; owner?: string },
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.getSummary(
      request,
      await this.#visibility(credentials),
    );
  }

  async evaluateScores(
    request: { environment?: string },
    { credentials }: ReadinessCallOptions,
  ) {
    const permission = readinessScoreEvaluatePermission;
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `${permission.name} is for administrators of the portal; ask one of them`,
      );
    }
    return await this.#inner.evaluateScores(request);
  }

  async getScorecards({ credentials }: ReadinessCallOptions) {
    await this.#assertNotDenied(credentials);
    return this.#inner.getScorecards();
  }

  async validateScorecard(
    value: JsonValue,
    { credentials }: ReadinessCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.validateScorecard(value);
  }

  async #assert(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entity: string,
  ) {
    await this.#access.assert(credentials, permission, [
      normalizeEntityRef(entity),
    ]);
  }

  async #visibility(credentials: BackstageCredentials): Promise<Visibility> {
    return {
      services: await this.#access.restrict(
        credentials,
        readinessScoreReadPermission,
      ),
      groups: await this.#access.restrict(
        credentials,
        catalogEntityReadPermission,
      ),
    };
  }

  /** For what is not about an entity: whoever may read some scores may ask. */
  async #assertNotDenied(credentials: BackstageCredentials) {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: readinessScoreReadPermission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `${readinessScoreReadPermission.name} is not allowed; ask an administrator of the portal`,
      );
    }
  }
}
