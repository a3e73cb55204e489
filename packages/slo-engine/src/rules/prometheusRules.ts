import { stringify } from 'yaml';
import { ObjectiveDefinition } from '../types';
import { alertingRules } from './alertingRules';
import { eventRatios, sliceRatios } from './errorRatios';
import { metricsOf, prometheusQueries } from './prometheusQueries';
import { budgetRules, ratioRules } from './recordings';
import { identityLabels } from './ruleNames';
import { RecordingRule, RuleGroup } from './types';

const HEADER =
  '# Written by `conductor slo rules` from OpenSLO documents: change those, and write it anew.\n';

/** Whether all that an objective counts comes from Prometheus. @public */
export function isFromPrometheus({ indicator }: ObjectiveDefinition): boolean {
  return metricsOf(indicator).every(
    ({ metric }) => metric.type === 'prometheus',
  );
}

/**
 * A rule file for Prometheus: recording rules with the shares of bad events over each window, and alerting rules with both windows and the
 * factors of each objective's own rows. Objectives that are measured elsewhere are left out.
 *
 * @returns YAML
 * @throws RangeError where the PromQL of an objective cannot be read
 *
 * @public
 */
export function prometheusRules(
  objectives: readonly ObjectiveDefinition[],
): string {
  const groups = objectives.filter(isFromPrometheus).flatMap(groupsOf);
  return HEADER + stringify({ groups }, { lineWidth: 0 });
}

function groupsOf(definition: ObjectiveDefinition): RuleGroup[] {
  const read = prometheusQueries(definition.indicator);
  if ('problems' in read) {
    const { file, line } = definition.at;
    const words = read.problems.map(
      ({ field, message }) => `${field}: ${message}`,
    );
    throw new RangeError(`${file}:${line}: ${words.join('; ')}`);
  }
  const ratios =
    definition.rule.method === 'Occurrences'
      ? eventRatios(definition, read.queries)
      : sliceRatios(definition, read.queries);
  const labels = identityLabels(definition);
  const labelled = (rules: RecordingRule[]) =>
    rules.map(rule => ({ ...rule, labels: { ...labels, ...rule.labels } }));
  const id = [
    ...(['entityRef', 'environment', 'slo', 'objective'] as const),
  ].map(key => definition[key]);
  const name = (what: string) => `slo-${what} ${id.join(' ')}`;
  const { interval, rules } = ratios.base;
  const alerts = alertingRules(definition);
  return [
    { name: name('counts'), interval, rules: labelled(rules) },
    { name: name('ratios'), rules: labelled(ratioRules(definition, ratios)) },
    { name: name('budget'), rules: labelled(budgetRules(definition)) },
    ...(alerts.length ? [{ name: name('alerts'), rules: alerts }] : []),
  ];
}
