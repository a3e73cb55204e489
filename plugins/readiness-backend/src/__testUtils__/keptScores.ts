import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CatalogProjection,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { Fact } from '@maestro-conductor/plugin-evidence-common';
import { Score } from '@maestro-conductor/plugin-readiness-common';
import { KnexReadinessStore } from '../database/KnexReadinessStore';
import { migrationsDir } from '../database/migrations';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { readScorecardConfig } from '../domain/readScorecardConfig';
import { DEFAULT_SCORECARD } from '../domain/readSettings';
import {
  byName,
  component,
  daysBefore,
  excellentFacts,
  fact,
  GATEWAY,
  group,
  NOW,
  PRS,
} from './samples';

export const projection = new CatalogProjection();

/** Restricts nothing. */
export const ALL: EntityRestriction = {
  unknownRule: false,
  apply: query => query,
};

export const EVER = new Date(0);

/** Where the score of the gateway is kept. */
export const KEY = {
  tenant: 'default',
  scorecard: 'prs',
  entityRef: GATEWAY,
  environment: 'production',
};

/** A store that knows the first version of the scorecard, and nothing else. */
export async function createStore(
  databases: TestDatabases,
  id: TestDatabaseId,
) {
  const knex = await databases.init(id);
  await knex.migrate.latest({ directory: migrationsDir });
  const store = new KnexReadinessStore({ knex, projection });
  await store.registerDefinition(
    readScorecardConfig('prs', DEFAULT_SCORECARD.value),
    NOW,
  );
  const project = async (...entities: Entity[]) =>
    knex.transaction(async tx => {
      await projection.upsert(tx, entities);
      await projection.rebuildGroupClosure(tx);
    });
  const save = async (score: Score, revision?: number) =>
    store.transaction(tx => store.saveScores(tx, [{ score, revision }]));
  return { knex, store, project, save };
}

/** The score of a component with these facts. */
export function scoreOf(name: string, facts: Fact[], now = NOW): Score {
  const entity = component(name);
  return evaluateScorecard({
    definition: PRS,
    tenant: 'default',
    entityRef: stringifyEntityRef(entity),
    environment: 'production',
    entity,
    facts: byName(facts),
    now,
  });
}

/** The same with teams and their services: three with scores of two weeks, one with none. */
export async function createFilledStore(
  databases: TestDatabases,
  id: TestDatabaseId,
) {
  const made = await createStore(databases, id);
  await made.project(
    group('platform'),
    group('edge-team', 'platform'),
    group('ai-team'),
    component('gateway', 'group:default/edge-team'),
    component('ledger', 'group:default/platform'),
    component('router', 'group:default/ai-team'),
    component('unscored', 'group:default/ai-team'),
  );
  const old = new Date(daysBefore(10));
  await made.save(scoreOf('gateway', [fact('slo.adherence', 0)], old));
  await made.save(scoreOf('gateway', excellentFacts()));
  await made.save(scoreOf('ledger', [fact('slo.adherence', 0.5)]));
  await made.save(scoreOf('router', [fact('slo.adherence', 1)], old));
  await made.save(scoreOf('router', [fact('slo.adherence', 0.9)]));
  return made;
}
