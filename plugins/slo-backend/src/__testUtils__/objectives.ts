import { createHash } from 'node:crypto';
import { ObjectiveWindow } from '@maestro-conductor/plugin-slo-common';
import {
  BudgetRule,
  defaultAlertRows,
  MetricSpec,
  minutesOf,
  ObjectiveDefinition,
  parseDuration,
} from '@maestro-conductor/slo-engine';
import { Knex } from 'knex';

/** Friday, in the middle of the day. */
export const NOW = new Date('2026-11-20T12:00:00.000Z');
export const NOW_MINUTE = NOW.getTime() / 60_000;
export const TODAY = Math.floor(NOW_MINUTE / 1_440);
export const GATEWAY = 'component:default/gateway';

const metric = (type: string): MetricSpec => ({ type, spec: {} });

/** An objective as documents declare it; its counts are pushed. */
export function objective(
  options: {
    slo?: string;
    entityRef?: string;
    environment?: string;
    rule?: Partial<BudgetRule>;
    window?: ObjectiveWindow;
    source?: string;
  } & Partial<Pick<ObjectiveDefinition, 'unitCost' | 'objective'>> = {},
): ObjectiveDefinition {
  const {
    slo = 'reads',
    entityRef = GATEWAY,
    environment = 'production',
    window = { kind: 'rolling', duration: '30d' },
    source = 'pushed',
  } = options;
  const rule: BudgetRule = {
    target: 0.99,
    method: 'Occurrences',
    ...options.rule,
  };
  const indicator = {
    kind: 'ratio',
    good: metric(source),
    total: metric(source),
    counter: false,
  } as const;
  return {
    slo,
    objective: options.objective ?? '0',
    title: `API ${slo}`,
    service: entityRef.split('/')[1],
    entityRef,
    environment,
    rule,
    window,
    indicator,
    alertRows: defaultAlertRows(minutesOf(parseDuration(window.duration))),
    ...(options.unitCost && { unitCost: options.unitCost }),
    at: { file: 'slo.yaml', line: 1 },
    digest: sha({ rule, window, indicator }),
  };
}

/** The id that a definition is kept under here. */
export function idOf(definition: ObjectiveDefinition): string {
  const { entityRef, environment, slo, objective: name } = definition;
  return sha([entityRef, environment, slo, name]).slice(0, 16);
}

/** Declares objectives, as the reader of documents does. @returns their ids */
export async function declare(
  knex: Knex,
  ...definitions: ObjectiveDefinition[]
): Promise<string[]> {
  const ids = definitions.map(idOf);
  for (const [index, definition] of definitions.entries()) {
    await knex('objectives')
      .insert({
        id: ids[index],
        tenant: 'default',
        entity_ref: definition.entityRef,
        environment: definition.environment,
        slo: definition.slo,
        objective: definition.objective,
        title: definition.title,
        definition: JSON.stringify(definition),
        digest: definition.digest,
        document: sha('slo.yaml'),
        line: 1,
        window: definition.window.duration,
      })
      .onConflict('id')
      .merge();
  }
  return ids;
}

function sha(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
