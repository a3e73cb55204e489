import {
  AuthService,
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import { chunked } from '../lib/chunked';
import { CatalogProjection } from '../projection/CatalogProjection';
import {
  conditionsToFilter,
  ConditionsAsFilter,
} from '../projection/conditionsToFilter';
import { EntityDirectory } from '../projection/EntityDirectory';
import {
  EntityFilter,
  EVERY_ENTITY,
  NO_ENTITY,
} from '../projection/entityFilter';
import { isServicePrincipal } from './isServicePrincipal';

/** Entities that one call may ask for. */
const MAX_REFS = 100;

const CATALOG_READ = { permission: catalogEntityReadPermission };

/**
 * What a reader may see of a list of entities.
 *
 * `apply` restricts a query to it; `column` holds the entity ref. Where `unknownRule` is true a rule of the policy is
 * not known here and `apply` lets through too much: each page must also go through `filterPage`, which returns the refs
 * that remain in their order, and the total is unknown.
 *
 * @public
 */
export type EntityRestriction = {
  apply<TQuery extends Knex.QueryBuilder>(
    query: TQuery,
    column: string,
  ): TQuery;
} & (
  | { unknownRule: false; filter?: EntityFilter }
  | { unknownRule: true; filterPage(refs: string[]): Promise<string[]> }
);

/**
 * Who may do what with which entities: the plugin's permission, and the catalog's word on what the caller may see.
 *
 * @public
 */
export class EntityAccess {
  readonly #permissions: PermissionsService;
  readonly #catalog: CatalogService;
  readonly #projection: CatalogProjection;
  readonly #directory: EntityDirectory;
  readonly #knex: Knex;

  constructor(options: {
    permissions: PermissionsService;
    catalog: CatalogService;
    auth: AuthService;
    projection: CatalogProjection;
    knex: Knex;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#projection = options.projection;
    this.#directory = new EntityDirectory(options);
    this.#knex = options.knex;
  }

  /**
   * Resolves where the caller may see all the entities in the catalog and has the permission for each. Refs are
   * lower-case `kind:namespace/name`, 1 to 100 of them. Services see the whole catalog; what they may do beyond the
   * permission is for the plugin to decide.
   *
   * Throws InputError for no refs or too many, NotFoundError (with near names that the caller may see) for entities that
   * do not exist or are not for their eyes, NotAllowedError where the permission is denied.
   */
  async assert(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRefs: string[],
  ): Promise<void> {
    const refs = [...new Set(entityRefs)];
    if (refs.length < 1 || refs.length > MAX_REFS) {
      throw new InputError(
        `A request must name 1 to ${MAX_REFS} entities, this one names ${refs.length}`,
      );
    }
    const known = await this.#directory.get(refs);
    const visible = await this.#visible(credentials, refs);
    const unseen = refs.find(ref => !known.has(ref) || !visible.has(ref));
    if (unseen !== undefined) {
      throw await this.#notFound(credentials, unseen);
    }
    const permitted = await this.#permitted(credentials, permission, refs);
    const denied = refs.filter(ref => !permitted.has(ref));
    if (denied.length > 0) {
      throw new NotAllowedError(
        `${permission.name} is not allowed for ${denied.join(
          ', ',
        )}; ask the owner or an administrator of the portal`,
      );
    }
  }

  /** What the caller may see under a permission, for lists. A denied permission gives an empty list. */
  async restrict(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
  ): Promise<EntityRestriction> {
    const service = isServicePrincipal(credentials);
    const decisions = await this.#permissions.authorizeConditional(
      service ? [{ permission }] : [{ permission }, CATALOG_READ],
      { credentials },
    );
    const parts = decisions.map(decisionToFilter);
    const filters = parts.flatMap(part => part.filter ?? []);
    const filter: EntityFilter = { allOf: filters };
    const apply: EntityRestriction['apply'] = (query, column) =>
      service && decisions.every(isAllowed)
        ? query
        : this.#projection.whereVisible(query, filter, column);
    return parts.every(part => part.filter)
      ? { unknownRule: false, filter, apply }
      : {
          unknownRule: true,
          apply,
          filterPage: refs => this.#filterPage(credentials, permission, refs),
        };
  }

  async #filterPage(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRefs: string[],
  ): Promise<string[]> {
    const allowed: string[] = [];
    for (const refs of chunked(entityRefs, MAX_REFS)) {
      const visible = await this.#visible(credentials, refs);
      const permitted = await this.#permitted(
        credentials,
        permission,
        refs.filter(ref => visible.has(ref)),
      );
      allowed.push(...refs.filter(ref => permitted.has(ref)));
    }
    return allowed;
  }

  /** Asks the catalog on behalf of the caller. */
  async #visible(
    credentials: BackstageCredentials,
    entityRefs: string[],
  ): Promise<Set<string>> {
    if (isServicePrincipal(credentials) || entityRefs.length === 0) {
      return new Set(entityRefs);
    }
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.namespace', 'metadata.name'] },
      { credentials },
    );
    return new Set(
      items.flatMap(entity => (entity ? [stringifyEntityRef(entity)] : [])),
    );
  }

  async #permitted(
    credentials: BackstageCredentials,
    permission: ResourcePermission,
    entityRefs: string[],
  ): Promise<Set<string>> {
    if (entityRefs.length === 0) {
      return new Set();
    }
    const decisions = await this.#permissions.authorize(
      entityRefs.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return new Set(
      entityRefs.filter((_, index) => isAllowed(decisions[index])),
    );
  }

  async #notFound(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<NotFoundError> {
    const near = await this.#nearVisible(credentials, ref);
    const hint = near.length > 0 ? `; did you mean ${near.join(' or ')}?` : '';
    return new NotFoundError(`There is no entity ${ref} in the catalog${hint}`);
  }

  async #nearVisible(
    credentials: BackstageCredentials,
    ref: string,
  ): Promise<string[]> {
    if (isServicePrincipal(credentials)) {
      return await this.#projection.nearNames(this.#knex, ref);
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [CATALOG_READ],
      { credentials },
    );
    const { filter } = decisionToFilter(decision);
    return filter
      ? await this.#projection.nearNames(this.#knex, ref, undefined, filter)
      : [];
  }
}

function isAllowed(decision: PolicyDecision): boolean {
  return decision.result === AuthorizeResult.ALLOW;
}

function decisionToFilter(decision: PolicyDecision): ConditionsAsFilter {
  if (decision.result === AuthorizeResult.CONDITIONAL) {
    return conditionsToFilter(decision.conditions);
  }
  return { filter: isAllowed(decision) ? EVERY_ENTITY : NO_ENTITY };
}
