import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  CatalogProjection,
  EntityRestriction,
  insertValues,
} from '@maestro-conductor/backend-kit';
import {
  ObjectiveState,
  ObjectiveStatus,
} from '@maestro-conductor/plugin-slo-common';
import { ObjectiveDefinition } from '@maestro-conductor/slo-engine';
import { KnexBoardStore } from '../database/KnexBoardStore';
import { KnexObjectiveStore } from '../database/KnexObjectiveStore';
import { toStateRow } from '../database/stateRows';
import { createStores } from './createStores';
import { declare, idOf, NOW } from './objectives';

/** Sees everything. */
export const EVERYTHING: EntityRestriction = {
  unknownRule: false,
  apply: query => query,
};

/** A reader of some entities, as conditions that are SQL, or by asking about each. */
export function onlySees(
  refs: readonly string[],
  { bySql }: { bySql: boolean },
): EntityRestriction {
  return bySql
    ? {
        unknownRule: false,
        apply: (query, column) => {
          query.whereIn(column, refs);
          return query;
        },
      }
    : {
        unknownRule: true,
        apply: query => query,
        filterPage: async asked => asked.filter(ref => refs.includes(ref)),
      };
}

/** An entity as the catalog gives it. */
export function entity(
  kind: 'Component' | 'Group' | 'System',
  name: string,
  options: {
    owner?: string;
    parent?: string;
    title?: string;
    system?: string;
    annotations?: Record<string, string>;
    etag?: string;
  } = {},
): Entity {
  const { owner, parent, title, system, annotations } = options;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      etag: options.etag ?? name,
      ...(title !== undefined && { title }),
      ...(annotations && { annotations }),
    },
    spec: {
      ...(owner !== undefined && { owner }),
      ...(parent !== undefined && { parent }),
      ...(system !== undefined && { system }),
    },
  };
}

/** A state with what lists look at. */
export function stateOf(
  status: ObjectiveStatus,
  options: {
    budgetLeft?: number;
    actual?: number;
    burn?: number;
    firing?: string;
  } = {},
): ObjectiveState {
  const { budgetLeft, actual, burn = null, firing } = options;
  return {
    status,
    reason: 'As told.',
    evaluatedAt: NOW.toISOString(),
    window: { from: '2026-10-21T12:00:00.000Z', to: NOW.toISOString() },
    ...(actual !== undefined && { actual }),
    ...(budgetLeft !== undefined && { budgetLeft }),
    budgetMinutes: 432,
    coverage: { share: 1 },
    burns: firing === undefined ? [] : [{ row: firing, firing: true }],
    burnRates: { '1h': burn, '6h': null, '1d': null, '3d': null },
  };
}

/** Boards over objectives and entities that are put in by hand. */
export async function createBoards(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const stores = await createStores(databases, databaseId);
  const { knex } = stores;
  const projection = new CatalogProjection();
  const put = async (...entities: Entity[]) =>
    await knex.transaction(async tx => {
      await projection.upsert(tx, entities);
      await projection.rebuildGroupClosure(tx);
    });
  const evaluate = async (
    ...all: { definition: ObjectiveDefinition; state: ObjectiveState }[]
  ) => {
    await insertValues(
      knex,
      all.map(({ definition, state }) =>
        toStateRow({
          subject: {
            id: idOf(definition),
            tenant: 'default',
            entityRef: definition.entityRef,
            environment: definition.environment,
            title: definition.title,
            definition,
            samples: 0,
            openBurns: [],
          },
          state,
          trend: [{ day: '2026-11-19', actual: 0.5 }],
          burns: { started: [], continued: [], ended: [] } as never,
        }),
      ),
      { table: 'states', conflict: 'on conflict do nothing' },
    );
  };
  return {
    ...stores,
    projection,
    boards: new KnexBoardStore({ knex, projection }),
    objectives: new KnexObjectiveStore({ knex, projection }),
    put,
    evaluate,
    declare: (...all: ObjectiveDefinition[]) => declare(knex, ...all),
  };
}
