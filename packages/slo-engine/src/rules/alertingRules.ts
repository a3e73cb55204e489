import { AlertRow } from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '../types';
import { identityLabels, ratioName, selectOwn } from './ruleNames';
import { AlertingRule } from './types';

const SEVERITIES = ['page', 'ticket'] as const;
const ALERTS = { page: 'SloBudgetBurnsFast', ticket: 'SloBudgetBurns' };

/** One alert per severity: it fires while both windows of one of its rows burn faster than the factor of the row. */
export function alertingRules(definition: ObjectiveDefinition): AlertingRule[] {
  return SEVERITIES.flatMap(severity => {
    const rows = definition.alertRows.filter(row => row.severity === severity);
    if (rows.length === 0) return [];
    const labels = { ...identityLabels(definition), sloth_severity: severity };
    return [
      {
        alert: ALERTS[severity],
        expr: rows.map(row => conditionOf(row, definition)).join('\nor\n'),
        labels: literalLabels({ ...labels, severity }),
        annotations: {
          summary: literal(
            `${definition.title} of ${definition.entityRef} (${definition.environment}) burns its error budget`,
          ),
          description:
            'Both windows of an alert row burn faster than its factor; the shorter one has {{ $value | humanizePercentage }} bad.',
        },
      },
    ];
  });
}

function conditionOf(row: AlertRow, definition: ObjectiveDefinition): string {
  const limit = `(${row.factor} * (1 - ${definition.rule.target}))`;
  const above = (minutes: number) =>
    `sum(${selectOwn(ratioName(minutes), definition)}) > ${limit}`;
  return `(${above(row.shortMinutes)} and ${above(row.longMinutes)})`;
}

function literalLabels(labels: Record<string, string>) {
  return Object.fromEntries(
    Object.entries(labels).map(([name, value]) => [name, literal(value)]),
  );
}

/** Text that Prometheus must not read as a template. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}
