import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { FeedConsumer } from '../feed/FeedConsumer';
import { CatalogProjection } from './CatalogProjection';
import { CatalogWatcher } from './CatalogWatcher';

/** Changes at once: SQLite gives no turn to others within a transaction, which with this many takes about 40 ms. */
const PAGE = 100;

/** A change of evidence's feed, as far as it matters here. @public */
export interface EntityFeedChange {
  seq: number;
  entityRef: string;
  type: string;
}

/** What a page of the feed says of the catalog. @public */
export interface EntityChanges {
  /** New and changed ones. */
  entities: Entity[];
  /** Refs of those that are gone. */
  deleted: string[];
}

const NOTHING: EntityChanges = { entities: [], deleted: [] };

const ofEntity = (change: EntityFeedChange) =>
  change.type.startsWith('entity-');

/** What an error says of where a feed ends that was cut off. */
function endOf(error: unknown): number | undefined {
  const { latest } = error as { latest?: unknown };
  return typeof latest === 'number' ? latest : undefined;
}

/**
 * Keeps a plugin's projection of the catalog up to date from the change feed of evidence. A new database starts at the feed's beginning;
 * where the feed no longer keeps what comes next, the whole catalog is compared with the projection.
 *
 * @public
 */
export function createEntityFollower(options: {
  knex: Knex;
  /** The table of `createCursorTable`. */
  table: string;
  projection: CatalogProjection;
  watcher: CatalogWatcher;
  /** Reads the feed, as FeedConsumer asks. Where it is cut off, the error says in `latest` where it ends now. */
  fetch(request: {
    after: number;
    limit: number;
  }): Promise<{ items: EntityFeedChange[]; next: number }>;
  /** What else is to happen in the transaction that moves the cursor, for example forgetting what belongs to deleted entities. */
  onEntities?(tx: Knex.Transaction, changes: EntityChanges): Promise<void>;
  now?(): Date;
}): FeedConsumer<EntityFeedChange, EntityChanges> {
  const { knex, table, projection, watcher, onEntities } = options;
  const now = options.now ?? (() => new Date());
  let gone: { latest?: number } | undefined;

  return new FeedConsumer<EntityFeedChange, EntityChanges>({
    knex,
    table,
    name: 'evidence',
    limit: PAGE,
    now,
    async fetch(request) {
      gone = undefined;
      try {
        return await options.fetch(request);
      } catch (error) {
        gone = { latest: endOf(error) };
        throw error;
      }
    },
    async prepare(changes) {
      const refs = [...new Set(changes.filter(ofEntity).map(c => c.entityRef))];
      // What the catalog says now counts, whatever the change was called: it may be told late.
      const entities = await watcher.load(refs);
      const living = new Set(entities.map(e => stringifyEntityRef(e)));
      return { entities, deleted: refs.filter(ref => !living.has(ref)) };
    },
    async apply(tx, changes) {
      const { entities, deleted } = changes;
      await projection.upsert(tx, entities);
      await projection.remove(tx, deleted, now());
      const ofGroups =
        entities.some(entity => entity.kind.toLowerCase() === 'group') ||
        deleted.some(ref => ref.startsWith('group:'));
      if (ofGroups) await projection.rebuildGroupClosure(tx);
      await onEntities?.(tx, changes);
    },
    async snapshot() {
      if (!gone) return { prepared: NOTHING, position: 0 };
      if (gone.latest === undefined) {
        throw new Error(
          'The change feed was cut off, and did not say where it ends now',
        );
      }
      const diff = await watcher.diff(await projection.etags(knex));
      return {
        prepared: {
          entities: await watcher.load([...diff.created, ...diff.changed]),
          deleted: diff.deleted,
        },
        position: gone.latest,
      };
    },
  });
}
