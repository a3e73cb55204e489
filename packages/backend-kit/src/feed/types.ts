/**
 * What happened, without the number that the feed gives it.
 *
 * @public
 */
export interface NewFeedChange<TType extends string = string> {
  tenant: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  type: TType;
  /** What of the entity, for example a record's id or an environment; `''` where there is nothing to say. */
  ref: string;
}

/** @public */
export interface FeedChange<TType extends string = string>
  extends NewFeedChange<TType> {
  /** Strictly increasing, with gaps. A reader that has seen `seq` never misses one below it. */
  seq: number;
}

/** @public */
export interface FeedPage<TType extends string = string> {
  /** By ascending `seq`. */
  items: FeedChange<TType>[];
  /** Pass as `after` next time. */
  next: number;
  /** The oldest `seq` still kept; 1 where nothing was ever appended. */
  oldest: number;
}
