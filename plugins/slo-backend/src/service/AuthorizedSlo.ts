import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { isError, NotAllowedError } from '@backstage/errors';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { EntityAccess } from '@maestro-conductor/backend-kit';
import {
  ObjectiveQueryOptions,
  PushedSeries,
  sloDocumentReadPermission,
  sloObjectiveReadPermission,
  sloSampleCreatePermission,
} from '@maestro-conductor/plugin-slo-common';
import { PushError, pushError } from '../domain/pushError';
import { DefaultSlo } from './DefaultSlo';
import { SampleProducers } from './SampleProducers';
import {
  DocumentsOptions,
  SeriesOptions,
  SloCallOptions,
  SloService,
  TeamsOptions,
} from './types';

/** Asks who may, then calls `DefaultSlo`. */
export class AuthorizedSlo implements SloService {
  readonly #inner: DefaultSlo;
  readonly #access: EntityAccess;
  readonly #permissions: PermissionsService;
  readonly #producers: Pick<SampleProducers, 'isProducer' | 'check'>;

  constructor(options: {
    inner: DefaultSlo;
    access: EntityAccess;
    permissions: PermissionsService;
    producers: Pick<SampleProducers, 'isProducer' | 'check'>;
  }) {
    this.#inner = options.inner;
    this.#access = options.access;
    this.#permissions = options.permissions;
    this.#producers = options.producers;
  }

  async listObjectives(
    request: ObjectiveQueryOptions,
    { credentials }: SloCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.listObjectives(
      request,
      await this.#readable(credentials),
    );
  }

  async getByEntities(
    request: { entityRefs: string[]; environment?: string },
    { credentials }: SloCallOptions,
  ) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.getByEntities(
      request,
      await this.#readable(credentials),
    );
  }

  async getObjective(id: string, { credentials }: SloCallOptions) {
    await this.#assertObjective(credentials, id);
    return await this.#inner.getObjective(id);
  }

  async getSeries(request: SeriesOptions, { credentials }: SloCallOptions) {
    await this.#assertObjective(credentials, request.id);
    return await this.#inner.getSeries(request);
  }

  async listTeams(request: TeamsOptions, { credentials }: SloCallOptions) {
    await this.#assertNotDenied(credentials);
    return await this.#inner.listTeams(request, {
      services: await this.#readable(credentials),
      groups: await this.#access.restrict(
        credentials,
        catalogEntityReadPermission,
      ),
    });
  }

  async pushSamples(
    request: { items: PushedSeries[] },
    { credentials }: SloCallOptions,
  ) {
    if (!this.#producers.isProducer(credentials)) {
      throw new NotAllowedError(
        'Only producers of evidence that may push facts may push samples. Ask who runs the portal to add this caller to evidence.producers, with the kind facts',
      );
    }
    return await this.#inner.pushSamples(request, {
      mayPush: (entityRef, environment) =>
        this.#mayPush(credentials, entityRef, environment),
    });
  }

  async listDocuments(
    request: DocumentsOptions,
    { credentials }: SloCallOptions,
  ) {
    const permission = sloDocumentReadPermission;
    const [decision] = await this.#permissions.authorize([{ permission }], {
      credentials,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `${permission.name} is for administrators of the portal; ask one of them. What is wrong in the documents of an objective stands beside it`,
      );
    }
    return await this.#inner.listDocuments(request);
  }

  async #readable(credentials: BackstageCredentials) {
    return await this.#access.restrict(credentials, sloObjectiveReadPermission);
  }

  /** What people may see of one entity is for the catalog to say, which knows of a change before its projection does. */
  async #assertObjective(
    credentials: BackstageCredentials,
    id: string,
  ): Promise<void> {
    const entityRef = await this.#inner.entityOf(id);
    const unknown = async () =>
      await this.#inner.unknownObjective(id, await this.#readable(credentials));
    if (entityRef === undefined) throw await unknown();
    try {
      await this.#access.assert(credentials, sloObjectiveReadPermission, [
        entityRef,
      ]);
    } catch (error) {
      // Which entity it is about is nothing for those who may not see it.
      if (isError(error) && error.name === 'NotFoundError') {
        throw await unknown();
      }
      throw error;
    }
  }

  async #mayPush(
    credentials: BackstageCredentials,
    entityRef: string,
    environment: string,
  ): Promise<PushError | undefined> {
    const place = { entityRef, environment };
    const refused = await this.#producers.check(credentials, place);
    if (refused) return refused;
    try {
      await this.#access.assert(credentials, sloSampleCreatePermission, [
        entityRef,
      ]);
      return undefined;
    } catch (error) {
      if (!isError(error)) throw error;
      switch (error.name) {
        case 'NotFoundError':
          return pushError('UnknownEntity', 'entityRef', error.message);
        case 'NotAllowedError':
          return pushError('NotAllowed', 'entityRef', error.message);
        default:
          throw error;
      }
    }
  }

  /** Who may not read any objective hears so; an empty list would say that there are none. */
  async #assertNotDenied(credentials: BackstageCredentials): Promise<void> {
    const permission = sloObjectiveReadPermission;
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.DENY) {
      throw new NotAllowedError(
        `${permission.name} is not allowed; ask an administrator of the portal`,
      );
    }
  }
}
