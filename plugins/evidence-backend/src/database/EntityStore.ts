import { Entity } from '@backstage/catalog-model';
import {
  EntityFilter,
  EntityRestriction,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import { CollectedFacts } from './operations/writeCatalogFacts';

/** Whether an entity is new to the projection or was there before. */
export interface EntityUpdate {
  entity: Entity;
  type: 'entity-created' | 'entity-changed';
  /** Refs on whose existence its facts depend. */
  references: string[];
}

/** The projection of the catalog, and which of its entities wait for their facts. */
export interface EntityStore {
  /** Of all living entities: ref to etag. */
  etags(): Promise<Map<string, string>>;
  /** Those of the refs that are projected, deleted ones included. */
  get(entityRefs: string[]): Promise<Map<string, ProjectedEntity>>;
  /** Refs that look like this one among those that match the filter, at most three. */
  nearNames(entityRef: string, filter?: EntityFilter): Promise<string[]>;
  /** Those of the refs that are living and within a restriction. */
  within(
    entityRefs: string[],
    restriction: EntityRestriction,
  ): Promise<string[]>;
  /** Projects entities, tells the feed, and queues them and all whose facts depend on them; all or nothing. */
  update(updates: EntityUpdate[], now: Date): Promise<void>;
  /** Marks entities as deleted, tells the feed, and queues all whose facts depend on them. */
  remove(entityRefs: string[], now: Date): Promise<void>;
  /** Brings the closure over nested groups up to date. */
  rebuildGroupClosure(): Promise<void>;
  /** Does work, unless another replica is at work of that name. A replica that dies stands in nobody's way. */
  whileAlone(name: string, work: () => Promise<void>): Promise<void>;
  /** Queues every living entity, for collectors that have learned something new. */
  queueAll(): Promise<void>;
  /** The next queued refs, at most `limit`. */
  queued(limit: number): Promise<string[]>;
  /** Writes what was collected, tells the feed, and takes the refs off the queue. */
  saveCollected(
    entityRefs: string[],
    collected: CollectedFacts[],
    now: Date,
  ): Promise<void>;
}
