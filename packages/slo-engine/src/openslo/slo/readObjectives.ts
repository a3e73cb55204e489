import { ObjectiveDefinition } from '../../types';
import { Fields } from '../yaml/Fields';
import { quote } from '../yaml/quote';
import { Value } from '../yaml/Value';
import { digestOf } from './digestOf';
import { rowsOf } from './readAlertRows';
import { indicatorOf } from './readIndicator';
import { readRule } from './readRule';

import { SloParts } from './SloParts';
import { slugOf } from './slugOf';

const COMPOSITE_FIELDS = ['indicator', 'indicatorRef', 'compositeWeight'];
const FIELDS = [
  'displayName',
  'op',
  'value',
  'target',
  'targetPercent',
  'timeSliceTarget',
  'timeSliceWindow',
  ...COMPOSITE_FIELDS,
];
const MOST_OBJECTIVES = 20;
const LONGEST_NAME = 250;

/** The objectives of an SLO, each with what they share. One with an error is left out. */
export function readObjectives(
  list: Value | undefined,
  parts: SloParts,
): ObjectiveDefinition[] {
  const items = list?.items(MOST_OBJECTIVES) ?? [];
  if (list && !items.length) {
    list.error('objectives', 'must have at least one item');
  }
  const names = new Set<string>();
  return items.flatMap((item, index) => {
    const fields = item.fields(FIELDS);
    if (!fields) return [];
    const name = readName(fields, index, names);
    const definition = readObjective(fields, parts);
    if (!definition || !name) return [];
    const title =
      items.length > 1 ? `${parts.title}: ${name.title}` : parts.title;
    return { ...definition, objective: name.slug, title, at: item.at };
  });
}

function readName(
  objective: Fields,
  index: number,
  taken: Set<string>,
): { slug: string; title: string } | undefined {
  const value = objective.get('displayName');
  const title = value ? value.text({ max: LONGEST_NAME }) : String(index);
  if (title === undefined) return undefined;
  const slug = value ? slugOf(title) : title;
  const place = value ?? objective.whole;
  if (!slug) {
    return place.error(
      'objective-name',
      'has neither a letter nor a digit to know the objective by',
    );
  }
  if (taken.has(slug)) {
    return place.error(
      'objective-name',
      `another objective of this SLO is known as ${quote(
        slug,
      )} already: give this one another displayName`,
    );
  }
  taken.add(slug);
  return { slug, title };
}

function readObjective(
  fields: Fields,
  parts: SloParts,
): Omit<ObjectiveDefinition, 'objective' | 'title' | 'at'> | undefined {
  const [composite] = fields.present(COMPOSITE_FIELDS);
  if (composite) {
    return fields
      .get(composite)
      ?.error(
        'composite',
        'composite objectives are not supported yet: write one SLO for each indicator',
      );
  }
  const { window, periodMinutes, method, conditions, unitCost } = parts;
  const indicator = indicatorOf(parts.sli, fields);
  const rule = method && readRule(fields, method, periodMinutes);
  if (!rule || !indicator || !window || !periodMinutes) return undefined;
  const { name: slo, service, entityRef, environment, description } = parts;
  if (!service || !entityRef || !environment) return undefined;
  const alertRows = conditions.length
    ? rowsOf(conditions, {
        periodMinutes,
        target: rule.target,
        list: parts.policies,
      })
    : parts.alertRows(periodMinutes);
  return {
    slo,
    ...(description && { description }),
    service,
    entityRef,
    environment,
    rule,
    window,
    indicator,
    alertRows,
    ...(unitCost && { unitCost }),
    digest: digestOf({ rule, window, indicator }),
  };
}
