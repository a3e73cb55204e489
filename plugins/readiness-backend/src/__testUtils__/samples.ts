import { Entity } from '@backstage/catalog-model';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { ScorecardDefinition } from '@maestro-conductor/plugin-readiness-common';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { DEFAULT_SCORECARD } from '../domain/readSettings';
import { toDefinition } from '../domain/scorecardContent';
import { DAY_MS } from '../domain/utcDay';

/** The moment at which samples are judged. */
export const NOW = new Date('2026-03-15T12:00:00.000Z');

export const GATEWAY = 'component:default/gateway';

export function daysBefore(days: number, moment: Date = NOW): string {
  return new Date(moment.getTime() - days * DAY_MS).toISOString();
}

/** The production readiness score as the documentation has it. */
export const PRS: ScorecardDefinition = toDefinition(
  readScorecardConfig('prs', DEFAULT_SCORECARD.value),
  1,
);

export function component(name: string, owner = 'group:default/edge-team') {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      title: `The ${name}`,
      etag: `etag-${name}`,
    },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  } satisfies Entity;
}

export function group(name: string, parent?: string) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default', etag: `etag-${name}` },
    spec: { type: 'team', children: [], ...(parent && { parent }) },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  } satisfies Entity;
}

export function fact(
  name: string,
  value: Fact['value'],
  more: Partial<Fact> = {},
): Fact {
  return {
    name,
    value,
    type: typeof value === 'object' ? 'string[]' : (typeof value as 'number'),
    tenant: 'default',
    entityRef: GATEWAY,
    environment: 'production',
    commit: '',
    ref: '',
    defaultBranch: true,
    observedAt: daysBefore(1),
    source: 'evidence:facts',
    ...more,
  };
}

/** Facts with which every dimension is passed. */
export function excellentFacts(more: Partial<Fact> = {}): Fact[] {
  const kinds = ['coverage', 'tests', 'load', 'facts'];
  return [
    fact('test.coverage.lines', 0.92, {
      unit: 'ratio',
      commit: 'abc1234',
      ...more,
    }),
    fact('slo.adherence', 1, more),
    ...kinds.map(kind =>
      fact(`evidence.${kind}.last_observed_at`, daysBefore(1), {
        freshUntil: daysBefore(-20),
        ...more,
      }),
    ),
    fact('catalog.runbook.exists', true, {
      ...more,
      environment: '',
      source: 'collector:catalog',
    }),
    fact('repo.runbook.changed_at', daysBefore(20), more),
    fact('chaos.passed_at', daysBefore(3), more),
    fact('chaos.passed', true, more),
    fact('load.passed_at', daysBefore(2), more),
    fact('load.passed', true, more),
  ];
}

export function byName(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map(item => [item.name, item]));
}
