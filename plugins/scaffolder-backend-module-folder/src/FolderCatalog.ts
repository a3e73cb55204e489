import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 500;
/** A catalog that has just started knows its locations within seconds. */
const ATTEMPTS_FOR_LOCATION = 10;
const ATTEMPTS_FOR_ENTITY = 120;

/**
 * What publishing asks of the catalog. It acts as the scaffolder itself: an entity that the person may not see takes a
 * name too, and nobody owns the location of the folder.
 */
export class FolderCatalog {
  readonly #root: string;
  readonly #auth: AuthService;
  readonly #catalog: CatalogService;

  constructor(options: {
    root: string;
    auth: AuthService;
    catalog: CatalogService;
  }) {
    this.#root = options.root;
    this.#auth = options.auth;
    this.#catalog = options.catalog;
  }

  /** @throws ConflictError where one of the entities is in the catalog, and not from this catalog file */
  async assertFree(entityRefs: string[], catalogFile: string): Promise<void> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      {
        entityRefs,
        fields: ['kind', 'metadata.name', 'metadata.annotations'],
      },
      await this.#asScaffolder(),
    );
    items.forEach((entity, index) => {
      const source = entity?.metadata.annotations?.[ANNOTATION_LOCATION];
      if (entity && source !== `file:${catalogFile}`) {
        throw new ConflictError(
          `${entityRefs[index]} is registered already, from ${
            source ?? 'elsewhere'
          }; choose another name`,
        );
      }
    });
  }

  /**
   * Lets the catalog read the folder again and returns when the entity is there, at the latest after a minute.
   *
   * @throws ServiceUnavailableError where the catalog does not read the folder, or has not taken the entity by then
   */
  async register(
    entityRef: string,
    options: { signal?: AbortSignal } = {},
  ): Promise<void> {
    const location = await untilFound(
      () => this.#locationOfRoot(),
      ATTEMPTS_FOR_LOCATION,
      options.signal,
    );
    if (!location) {
      throw new ServiceUnavailableError(
        `The files are kept, but the catalog does not read ${
          this.#root
        }; set catalog.providers.folder.root to it`,
      );
    }
    await this.#catalog.refreshEntity(
      stringifyEntityRef(location),
      await this.#asScaffolder(),
    );
    const entity = await untilFound(
      async () =>
        this.#catalog.getEntityByRef(entityRef, await this.#asScaffolder()),
      ATTEMPTS_FOR_ENTITY,
      options.signal,
    );
    if (!entity) {
      throw new ServiceUnavailableError(
        `The files are kept, but the catalog has not taken ${entityRef} yet; its log says why. Running this again changes nothing and waits again`,
      );
    }
  }

  async #locationOfRoot(): Promise<Entity | undefined> {
    const target = path.join(this.#root, '*', 'catalog-info.yaml');
    const { items } = await this.#catalog.getEntities(
      {
        filter: { kind: 'location', 'spec.target': target },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      },
      await this.#asScaffolder(),
    );
    return items[0];
  }

  async #asScaffolder() {
    return { credentials: await this.#auth.getOwnServiceCredentials() };
  }
}

async function untilFound(
  ask: () => Promise<Entity | undefined>,
  attempts: number,
  signal: AbortSignal | undefined,
): Promise<Entity | undefined> {
  for (let attempt = 1; ; attempt++) {
    const found = await ask();
    if (found || attempt === attempts) {
      return found;
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}
