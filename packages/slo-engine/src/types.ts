import { JsonObject } from '@backstage/types';
import {
  AlertRow,
  BudgetingMethod,
  ObjectiveWindow,
  UnitCostTarget,
} from '@maestro-conductor/plugin-slo-common';

/** What a source is asked for one number. @public */
export interface MetricSpec {
  /** Type of the source, in lower case: `prometheus`, `pushed`. */
  type: string;
  /** `metadata.name` of the DataSource, where one is named. */
  dataSource?: string;
  /** `connectionDetails` of that DataSource. */
  connection?: JsonObject;
  /** As written; only the source knows what it means. */
  spec: JsonObject;
}

/** Where the good and the bad of an objective come from. @public */
export type Indicator =
  | {
      kind: 'ratio';
      /** Exactly one of good and bad is there. */
      good?: MetricSpec;
      bad?: MetricSpec;
      total: MetricSpec;
      /** Whether the metrics only ever rise until they begin anew. */
      counter: boolean;
    }
  | {
      kind: 'raw-ratio';
      /** A share, 0 to 1, of good events (`success`) or of bad ones. Each minute weighs the same. */
      raw: MetricSpec;
      rawType: 'success' | 'failure';
    }
  | {
      kind: 'threshold';
      /** Each value is one event, and good where it is `op` `value`. */
      metric: MetricSpec;
      op: 'lt' | 'lte' | 'gt' | 'gte';
      value: number;
    };

/** What a budget is computed by. @public */
export interface BudgetRule {
  /** 0 (inclusive) to 1 (exclusive). */
  target: number;
  method: BudgetingMethod;
  /** Length of a slice, for the methods of time slices: divides 1,440. Slices begin at multiples of it since 1970. */
  sliceMinutes?: number;
  /** Timeslices: a slice is good from this share of good events on, above 0 to 1. */
  sliceTarget?: number;
}

/** One objective of an SLO, read and resolved. @public */
export interface ObjectiveDefinition {
  /** `metadata.name`. */
  slo: string;
  /** Its displayName in lower-case words joined by `-`, else its place from 0. Unique in the SLO. */
  objective: string;
  title: string;
  description?: string;
  service: string;
  /** Lower-case `kind:namespace/name`. */
  entityRef: string;
  environment: string;
  rule: BudgetRule;
  window: ObjectiveWindow;
  indicator: Indicator;
  alertRows: AlertRow[];
  unitCost?: UnitCostTarget;
  /** Where it is written. */
  at: { file: string; line: number };
  /** SHA-256 of what its numbers depend on: rule, window, indicator. Words and alert rows are no part of it. */
  digest: string;
}
