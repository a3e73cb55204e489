import {
  BudgetRule,
  DayRollUp,
  MinuteCounts,
} from '@maestro-conductor/slo-engine';

/** Samples of one series of an objective. */
export interface SamplesToSave {
  objectiveId: string;
  rule: BudgetRule;
  /** `''` where there is only one. */
  series: string;
  form: 'delta' | 'counter';
  /** In any order; of samples of the same minute the last holds. */
  samples: readonly MinuteCounts[];
  /** The minute after the last that a source was asked for. */
  readUntil?: number;
}

/** What became of samples: how many minutes say something else than before, or in what form the series is kept on a day already. */
export type SavedSamples =
  | { changed: number }
  | { keptAs: SamplesToSave['form'] };

/** How far the samples of an objective go. Minutes are counted since 1970 in UTC. */
export interface SampleHead {
  objectiveId: string;
  /** Counted up by each write of samples; 0 where there are none. */
  revision: number;
  /** First and last minute with data. */
  firstMinute?: number;
  lastMinute?: number;
  readUntil?: number;
}

/** The sums of one day. */
export interface StoredRollUp extends DayRollUp {
  objectiveId: string;
  day: number;
  /** `ruleKey` of the rule that slices were judged by. */
  rule: string;
  /** Of the head, when the day was written. */
  revision: number;
}

/** A day in its packed form. */
export interface StoredBlock {
  objectiveId: string;
  day: number;
  block: Uint8Array;
}

/**
 * Samples of objectives, a packed row per day. At 60 requests a minute a day takes 1.3 KB packed; with sums and index 2 KB on SQLite and 1.6 KB on
 * PostgreSQL, which makes 0.75 and 0.6 MB per objective and year.
 */
export interface SampleStore {
  /**
   * Writes samples into their days with the sums of each, in one transaction for all; the same samples again change nothing. Writers of one objective
   * wait for each other, so that two writers of one day lose nothing.
   */
  saveSamples(
    items: readonly SamplesToSave[],
    now: Date,
  ): Promise<SavedSamples[]>;

  /** Nothing new came, but was asked for; or a problem kept it from coming. A problem keeps its first time as long as it stays. */
  noteReads(
    reads: readonly { objectiveId: string; problem: string }[],
    now: Date,
  ): Promise<void>;

  /** By objective; those without samples are absent. */
  readHeads(objectiveIds: readonly string[]): Promise<Map<string, SampleHead>>;

  /** The sums of days from `fromDay` on that were written after a revision of their head, in the order of days. */
  readRollUps(
    requests: readonly {
      objectiveId: string;
      fromDay: number;
      after: number;
    }[],
  ): Promise<StoredRollUp[]>;

  /** The packed days that there are. */
  readBlocks(
    requests: readonly { objectiveId: string; day: number }[],
  ): Promise<StoredBlock[]>;

  /** Sums up days anew under a rule. */
  sumAnew(
    objectiveId: string,
    rule: BudgetRule,
    days: readonly number[],
  ): Promise<void>;

  /** Forgets days before one. @returns how many */
  forgetDaysBefore(day: number): Promise<number>;
}
