import { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Knex } from 'knex';
import { CatalogProjection } from './CatalogProjection';
import { CatalogWatcher } from './CatalogWatcher';
import { ProjectedEntity } from './types';

/**
 * Living entities by ref: from the projection, and those that it does not have yet from the catalog, which are then
 * projected. It asks nobody who may see them.
 *
 * @public
 */
export class EntityDirectory {
  readonly #knex: Knex;
  readonly #projection: CatalogProjection;
  readonly #watcher: CatalogWatcher;

  constructor(options: {
    knex: Knex;
    projection: CatalogProjection;
    catalog: CatalogService;
    auth: AuthService;
  }) {
    this.#knex = options.knex;
    this.#projection = options.projection;
    this.#watcher = new CatalogWatcher(options);
  }

  /** The living entities among refs, by ref. Refs are lower-case `kind:namespace/name`. */
  async get(entityRefs: string[]): Promise<Map<string, ProjectedEntity>> {
    const found = await this.#living(this.#knex, entityRefs);
    const missing = entityRefs.filter(ref => !found.has(ref));
    const loaded = await this.#watcher.load([...new Set(missing)]);
    if (loaded.length === 0) {
      return found;
    }
    await this.#knex.transaction(async tx => {
      // What the feed has brought meanwhile is newer than what was loaded.
      const newer = await this.#living(tx, missing);
      const added = loaded.filter(
        entity => !newer.has(stringifyEntityRef(entity)),
      );
      await this.#projection.upsert(tx, added, { provisional: true });
      if (added.some(entity => entity.kind.toLowerCase() === 'group')) {
        await this.#projection.rebuildGroupClosure(tx);
      }
    });
    return await this.#living(this.#knex, entityRefs);
  }

  /**
   * The entities of refs in their order, undefined where there is none: the `getResources` of a resource type whose refs
   * are entity refs.
   */
  async getResources(
    entityRefs: string[],
  ): Promise<Array<ProjectedEntity | undefined>> {
    const found = await this.get(entityRefs);
    return entityRefs.map(ref => found.get(ref));
  }

  async #living(
    knex: Knex,
    entityRefs: string[],
  ): Promise<Map<string, ProjectedEntity>> {
    const found = await this.#projection.get(knex, entityRefs);
    for (const [ref, projected] of found) {
      if (projected.deletedAt) {
        found.delete(ref);
      }
    }
    return found;
  }
}
