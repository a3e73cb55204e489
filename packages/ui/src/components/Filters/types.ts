/** A value to choose in a filter. @public */
export interface FilterOption {
  /** As the filter keeps it; `''` is a value too. */
  value: string;
  /** As a person reads it. */
  title: string;
  /** How many have it; absent where that is not known. */
  count?: number;
  /** Levels below the top, where the values are a tree. */
  depth?: number;
}

/** One thing that narrows a list, and the filter without it. @public */
export interface ActiveFilter<Filter> {
  /** `Level: Gold`. No two of a list are the same. */
  text: string;
  without: Filter;
}
