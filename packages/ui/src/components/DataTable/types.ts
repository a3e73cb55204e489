import { ReactNode } from 'react';

/** @public */
export interface DataColumn<T> {
  /** Also the word the server sorts by, where `sortable`. */
  id: string;
  header: string;
  cell(row: T): ReactNode;
  align?: 'left' | 'right' | 'center';
  sortable?: boolean;
  /** The cells of this column name their rows. */
  rowHeader?: boolean;
  /** Least width in pixels: below it the table scrolls. 140 where the column names the rows, else as narrow as its longest word. */
  minWidth?: number;
}

/** @public */
export interface DataSort {
  column: string;
  order: 'asc' | 'desc';
}

/** @public */
export interface DataPaging {
  /** All rows on all pages; absent where it is not known. */
  totalItems?: number;
  /** What the rows are: `services`. */
  noun: string;
  /** Absent on the last page. */
  onNext?(): void;
  /** Absent where the page before is not known. */
  onPrevious?(): void;
  /** Absent on the first page. */
  onFirst?(): void;
}

/** @public */
export interface DataExpansion<T> {
  /** Key of the row that is open. */
  open?: string;
  /** Key of the row to open, undefined to close. */
  onChange(key: string | undefined): void;
  /** Names the row for the button: `coverage of 3f1c9a2`. */
  label(row: T): string;
  render(row: T): ReactNode;
}

/** @public */
export interface DataTableProps<T> {
  /** Names the table for assistive technology. */
  caption: string;
  columns: ReadonlyArray<DataColumn<T>>;
  rows: readonly T[];
  rowKey(row: T): string;
  sort?: DataSort;
  onSort?(sort: DataSort): void;
  paging?: DataPaging;
  expansion?: DataExpansion<T>;
  /** True while the next page is on its way and the rows are still those of the last. */
  busy?: boolean;
  /** In place of the rows where there are none. */
  empty?: ReactNode;
  /**
   * For tables of many narrow columns: keeps the names of the columns and the first column in sight while the table scrolls in a
   * frame of its own. On a phone it does not scroll: the first value of a row stands beside its name, the others below it.
   */
  sticky?: boolean;
}
