import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogWatcher,
  EntityFilter,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import { EntityFactCollector } from '@maestro-conductor/plugin-evidence-node';
import { EntityStore } from '../database/EntityStore';
import { CollectedFacts } from '../database/operations/writeCatalogFacts';
import { collectFacts, referencesOf } from '../domain/collectFacts';

const BATCH = 100;

/**
 * Keeps the projection of the catalog and the facts that follow from it.
 *
 * In two steps, so that an entity is judged when those it refers to are there as well: first all changes are projected and queued,
 * then the queue is worked off. Both are in the database, so either may break off and be taken up by another replica.
 */
export class CatalogSync {
  readonly #store: EntityStore;
  readonly #watcher: Pick<CatalogWatcher, 'diff' | 'load'>;
  readonly #collectors: readonly EntityFactCollector[];
  readonly #now: () => Date;

  constructor(options: {
    store: EntityStore;
    watcher: Pick<CatalogWatcher, 'diff' | 'load'>;
    collectors: readonly EntityFactCollector[];
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#watcher = options.watcher;
    this.#collectors = options.collectors;
    this.#now = options.now;
  }

  /**
   * Finds entities, asking the catalog for those not projected yet.
   *
   * @returns Those that exist, by ref.
   */
  async find(entityRefs: string[]): Promise<Map<string, ProjectedEntity>> {
    const known = living(await this.#store.get(entityRefs));
    const unknown = entityRefs.filter(ref => !known.has(ref));
    if (unknown.length === 0) {
      return known;
    }
    const loaded = await this.#watcher.load(unknown);
    if (loaded.length === 0) {
      return known;
    }
    await this.#project(loaded, 'entity-created');
    if (loaded.some(isOrganisation)) {
      await this.#store.rebuildGroupClosure();
    }
    await this.#collect(loaded.map(stringifyEntityRef));
    return living(await this.#store.get(entityRefs));
  }

  /** Refs that look like one that is not there, among those that match the filter. */
  async nearNames(entityRef: string, filter?: EntityFilter): Promise<string[]> {
    return this.#store.nearNames(entityRef, filter);
  }

  /**
   * Brings the projection and the facts from the catalog up to date.
   *
   * @returns How many entities were created, changed or deleted since the last time.
   * @throws Where the catalog cannot be read whole; nothing is deleted then. Where a collector fails, after the rest is done.
   */
  async synchronize(): Promise<number> {
    const { created, changed, deleted } = await this.#watcher.diff(
      await this.#store.etags(),
    );
    let regroup = false;
    for (const [refs, type] of [
      [created, 'entity-created'],
      [changed, 'entity-changed'],
    ] as const) {
      for (let start = 0; start < refs.length; start += BATCH) {
        const loaded = await this.#watcher.load(
          refs.slice(start, start + BATCH),
        );
        await this.#project(loaded, type);
        regroup ||= loaded.some(isOrganisation);
      }
    }
    await this.#store.remove(deleted, this.#now());
    if (regroup || deleted.length > 0) {
      await this.#store.rebuildGroupClosure();
    }
    await this.#workOffQueue();
    return created.length + changed.length + deleted.length;
  }

  /** Has the facts of all entities collected at the next `synchronize`: the collectors may have learned something new. */
  async recollectAll(): Promise<void> {
    await this.#store.queueAll();
  }

  async #project(
    entities: Entity[],
    type: 'entity-created' | 'entity-changed',
  ): Promise<void> {
    await this.#store.update(
      entities.map(entity => ({
        entity,
        type,
        references: referencesOf(this.#collectors, entity),
      })),
      this.#now(),
    );
  }

  async #workOffQueue(): Promise<void> {
    const faults: string[] = [];
    for (;;) {
      const refs = await this.#store.queued(BATCH);
      if (refs.length === 0) {
        break;
      }
      faults.push(...(await this.#collect(refs)));
    }
    if (faults.length > 0) {
      throw new Error(
        `${faults.length} catalog facts could not be collected, the first: ${faults[0]}`,
      );
    }
  }

  async #collect(entityRefs: string[]): Promise<string[]> {
    const entities = [...living(await this.#store.get(entityRefs)).values()];
    const references = entities.flatMap(({ entity }) =>
      referencesOf(this.#collectors, entity),
    );
    const existing = living(await this.#store.get([...new Set(references)]));
    const faults: string[] = [];
    const collected = entities.map((projected): CollectedFacts => {
      const { tenant, entityRef, entity } = projected;
      const result = collectFacts(this.#collectors, entity, {
        entityExists: ref => existing.has(ref.toLocaleLowerCase('en-US')),
      });
      faults.push(...result.faults.map(fault => `${entityRef}: ${fault}`));
      return {
        tenant,
        entityRef,
        facts: result.facts,
        failedSources: result.failedSources,
      };
    });
    await this.#store.saveCollected(entityRefs, collected, this.#now());
    return faults;
  }
}

function living(
  entities: Map<string, ProjectedEntity>,
): Map<string, ProjectedEntity> {
  return new Map([...entities].filter(([, entity]) => !entity.deletedAt));
}

function isOrganisation(entity: Entity): boolean {
  return ['group', 'user'].includes(entity.kind.toLocaleLowerCase('en-US'));
}
