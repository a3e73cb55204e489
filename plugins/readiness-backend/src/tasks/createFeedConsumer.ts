import { AuthService } from '@backstage/backend-plugin-api';
import {
  CatalogProjection,
  CatalogWatcher,
  FeedConsumer,
} from '@maestro-conductor/backend-kit';
import {
  Change,
  EvidenceChangeType,
} from '@maestro-conductor/plugin-evidence-common';
import {
  ChangesGoneError,
  EvidenceService,
} from '@maestro-conductor/plugin-evidence-node';
import { ReadinessStore, StoreHandle } from '../database/ReadinessStore';
import { FactFollower, PreparedChanges } from '../service/FactFollower';

/** What one consumer prepares: changes, or everything anew after changes were missed. */
type Prepared =
  | { type: 'changes'; changes: PreparedChanges }
  | { type: 'snapshot'; changes: PreparedChanges };

/**
 * Changes at once. SQLite works in the process's own thread and gives no turn to others within a transaction, which with this
 * many new entities takes about 40 ms.
 */
const PAGE = 100;

const NOTHING: PreparedChanges = {
  entities: [],
  deleted: [],
  scores: [],
  unscored: [],
  backdated: [],
};

/**
 * The consumer of evidence's change feed. A new database starts at the feed's beginning. Where the feed no longer keeps what comes
 * next, the whole catalog is compared with the projection, and all scores become due.
 */
export function createFeedConsumer(options: {
  handle: StoreHandle;
  store: ReadinessStore;
  projection: CatalogProjection;
  watcher: CatalogWatcher;
  follower: FactFollower;
  evidence: EvidenceService;
  auth: AuthService;
  now(): Date;
}): FeedConsumer<Change<EvidenceChangeType>, Prepared> {
  const { handle, store, projection, watcher, follower, evidence, auth } =
    options;
  let gone: ChangesGoneError | undefined;

  return new FeedConsumer<Change<EvidenceChangeType>, Prepared>({
    knex: handle,
    table: 'feed_cursors',
    name: 'evidence',
    limit: PAGE,
    now: options.now,
    async fetch(request) {
      gone = undefined;
      try {
        return await evidence.getChanges(request, {
          credentials: await auth.getOwnServiceCredentials(),
        });
      } catch (error) {
        if (error instanceof ChangesGoneError) gone = error;
        throw error;
      }
    },
    async prepare(changes) {
      return { type: 'changes', changes: await follower.prepare(changes) };
    },
    async apply(tx, prepared) {
      await follower.apply(tx, prepared.changes);
      if (prepared.type === 'snapshot') await store.expireScores(tx);
    },
    async snapshot() {
      if (!gone) {
        return {
          prepared: { type: 'changes', changes: NOTHING },
          position: 0,
        };
      }
      if (gone.latest === undefined) {
        throw new Error(
          'The change feed of evidence was cut off, and did not say where it ends now',
          { cause: gone },
        );
      }
      const diff = await watcher.diff(await projection.etags(handle));
      return {
        prepared: {
          type: 'snapshot',
          changes: {
            ...NOTHING,
            entities: await watcher.load([...diff.created, ...diff.changed]),
            deleted: diff.deleted,
          },
        },
        position: gone.latest,
      };
    },
  });
}
