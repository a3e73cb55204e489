import { Objective } from './objectives';
import {
  ObjectiveState,
  ObjectiveStatus,
  SourceProblem,
  TrendPoint,
} from './status';

/** A row of a board. @public */
export interface ObjectiveItem {
  objective: Objective;
  /** Absent until it was evaluated for the first time. The last good one where `sourceProblem` is there. */
  state?: ObjectiveState;
  sourceProblem?: SourceProblem;
  /** Up to 30 days, oldest first. */
  trend: TrendPoint[];
}

/** What a board can be sorted by. @public */
export const OBJECTIVE_SORTS = [
  'urgency',
  'budget',
  'burn',
  'title',
  'entity',
  'actual',
] as const;

/** `urgency`: burning first, then used up, then little budget, then what cannot be told, then the rest. @public */
export type ObjectiveSort = (typeof OBJECTIVE_SORTS)[number];

/** What a board shows. Lists of one filter mean any of them. @public */
export interface ObjectiveQueryOptions {
  /** Group or user refs; objectives of everything that they or groups below them own. `none`: what no group owns. */
  owners?: string[];
  entityRefs?: string[];
  statuses?: ObjectiveStatus[];
  /** Only those of which an alert row fires. */
  burning?: boolean;
  /** Windows as written: `30d`. */
  windows?: string[];
  environment?: string;
  /** In title, SLO name or entity. */
  text?: string;
  sort?: ObjectiveSort;
  order?: 'asc' | 'desc';
  /** 1 to 200, 50 where absent. */
  limit?: number;
  cursor?: string;
}

/** How many objectives of a board are what; over all pages, without the filters of status. @public */
export interface BoardSummary {
  total: number;
  byStatus: Record<ObjectiveStatus, number>;
  burning: number;
  /** Those that were never evaluated. */
  pending: number;
  /** ISO 8601: the oldest evaluation. */
  oldestEvaluation?: string;
}

/** @public */
export interface ObjectivePage {
  items: ObjectiveItem[];
  summary: BoardSummary;
  /** Windows that there are, for the filter. */
  windows: string[];
  /** Environments that there are, for the filter. */
  environments: string[];
  nextCursor?: string;
}

/** Objectives per group, with what burns: one line of the overview. @public */
export interface TeamBoardItem {
  /** The group; null for what nobody owns. */
  groupRef: string | null;
  title: string;
  summary: BoardSummary;
  /** Lowest budget of those that can be told. */
  worst?: { id: string; title: string; entityRef: string; budgetLeft: number };
}

/** A message about a document, at its place. @public */
export interface DocumentProblem {
  severity: 'error' | 'warning';
  /** File or address. */
  file: string;
  /** From 1. */
  line: number;
  /** Short name of the rule, for example `target-range`. */
  rule: string;
  /** What is wrong and what to do, in plain words. */
  message: string;
}

/** A place where objectives are declared, as it was read last. @public */
export interface DocumentItem {
  /** A folder of the configuration; or an entity, with what its annotation names. */
  location: string;
  kind: 'folder' | 'entity';
  entityRef?: string;
  /** ISO 8601: the last reading, whatever came of it. */
  readAt: string;
  /** ISO 8601: the last reading that succeeded; what it said holds. */
  goodAt?: string;
  /** Why the last reading failed, where it did. */
  error?: string;
  problems: DocumentProblem[];
}

/** @public */
export interface DocumentPage {
  items: DocumentItem[];
  nextCursor?: string;
}

/** @public */
export interface TeamBoardPage {
  items: TeamBoardItem[];
  nextCursor?: string;
}

/** An objective with all that its page shows. @public */
export interface ObjectiveDetail extends ObjectiveItem {
  /** Where it is declared. */
  document: {
    location: string;
    line: number;
    readAt: string;
    problems: DocumentProblem[];
  };
  /** Burns that are going on or ended in the last 90 days, newest first, at most 100. */
  history: BurnEpisode[];
}

/** A burn from its start to its end. @public */
export interface BurnEpisode {
  row: string;
  severity: 'page' | 'ticket';
  /** ISO 8601. */
  startedAt: string;
  endedAt?: string;
  /** Highest burn rate of the long window while it lasted. */
  peak: number;
}

/** Charts of an objective. Times are ISO 8601, UTC; null where nothing was seen. @public */
export interface ObjectiveSeries {
  from: string;
  to: string;
  /** Length of a step. */
  stepMinutes: number;
  points: SeriesPoint[];
  /** Budget that is left where it is spent evenly; calendar windows only. */
  ideal?: { time: string; budgetLeft: number }[];
}

/** @public */
export interface SeriesPoint {
  /** End of the step. */
  time: string;
  /** Events in the step. */
  total: number | null;
  bad: number | null;
  /**
   * Share of the budget left at the end of the step. Calendar window: of the budget of the whole period, never rising. Rolling
   * window: of the window that ends there.
   */
  budgetLeft: number | null;
  /** Burn rates over the windows of the alert rows at the end of the step, by minutes of the window. */
  burn: { [minutes: string]: number | null };
}

/** Counts of one minute or of a stretch of minutes. @public */
export interface PushedSample {
  /** ISO 8601 with offset, in whole minutes: the first minute. */
  time: string;
  /** Minutes that it covers, 1 to 60; 1 where absent. */
  minutes?: number;
  /** Good events, not negative, at most total. Counter: up to the end of the stretch since its start. */
  good: number;
  total: number;
}

/** Samples of one objective. @public */
export interface PushedSeries {
  entityRef: string;
  slo: string;
  /** Only where the SLO has several objectives. */
  objective?: string;
  environment?: string;
  /** Who counted, for example an instance; counts of several are added up. `''` where absent. */
  series?: string;
  /**
   * `delta`: what happened in the stretch; the same stretch pushed again replaces it. `counter`: what happened since the instance began;
   * where it falls, it began anew.
   */
  form?: 'delta' | 'counter';
  /** 1 to 1,440. */
  samples: PushedSample[];
}

/** What became of one series of a push. @public */
export interface PushSamplesResult {
  index: number;
  status: 'accepted' | 'rejected';
  /** Minutes that say something else than before. */
  changed?: number;
  error?: { code: string; field: string; message: string };
}
