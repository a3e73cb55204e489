/** A recording rule; labels are added where the file is put together. */
export interface RecordingRule {
  record: string;
  expr: string;
  labels?: Record<string, string>;
}

/** An alerting rule of Prometheus. */
export interface AlertingRule {
  alert: string;
  expr: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** A group of rules that are evaluated one after the other. */
export interface RuleGroup {
  name: string;
  /** How often; as Prometheus is configured where absent. */
  interval?: string;
  rules: (RecordingRule | AlertingRule)[];
}
