/**
 * What a change feed tells: names, never values.
 *
 * - `facts`: facts of the entity changed; `ref` is the environment.
 * - `facts-backdated`: as `facts`, and some were observed before a value already kept, or more than a day ago.
 * - `record`: an evidence record was added; `ref` is its id.
 * - `entity-created`, `entity-changed`, `entity-deleted`: the catalog changed.
 *
 * @public
 */
export type EvidenceChangeType =
  | 'facts'
  | 'facts-backdated'
  | 'record'
  | 'entity-created'
  | 'entity-changed'
  | 'entity-deleted';

/** @public */
export interface Change<TType extends string = string> {
  /** Strictly increasing. A reader that has seen `seq` never misses one below it. */
  seq: number;
  tenant: string;
  entityRef: string;
  type: TType;
  ref: string;
}

/** @public */
export interface ChangePage<TType extends string = string> {
  items: Change<TType>[];
  /** Pass as `after` next time. */
  next: number;
  /** The oldest `seq` still kept. An `after` below `oldest - 1` is answered with 410: take a snapshot. */
  oldest: number;
}
