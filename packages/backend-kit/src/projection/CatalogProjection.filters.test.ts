import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { Knex } from 'knex';
import { createEntityRules } from '../access/createEntityRules';
import {
  arbitraryConditions,
  arbitraryEntity,
  arbitraryPredicate,
} from '../__testUtils__/arbitraries';
import { CatalogProjection } from './CatalogProjection';
import { conditionsToFilter } from './conditionsToFilter';
import { matchesEntityFilter } from './matchesEntityFilter';
import { predicateToFilter } from './predicateToFilter';
import { createProjectionTables } from './tables';

jest.setTimeout(120_000);

const NOW = new Date('2026-03-01T12:00:00Z');

/** SQL and memory must say the same of every entity: a single check and a list never differ. */
describe('filters on the projection', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
  const projection = new CatalogProjection();
  const entities = fc.uniqueArray(arbitraryEntity, {
    selector: stringifyEntityRef,
    maxLength: 8,
  });
  const { tables } = projection;

  async function create(id: TestDatabaseId) {
    const knex = await databases.init(id);
    await createProjectionTables(knex);
    return knex;
  }

  const clear = (knex: Knex) =>
    Promise.all(
      [tables.entities, tables.search, tables.owners].map(table =>
        knex(table).delete(),
      ),
    );

  describe.each(databases.eachSupportedId())('%p', databaseId => {
    it('decides conditions in SQL as the rules do one by one', async () => {
      const knex = await create(databaseId);
      const { rules } = createEntityRules('test-entity');
      const authorize = createConditionAuthorizer(Object.values(rules));
      await fc.assert(
        fc.asyncProperty(
          entities,
          fc.array(arbitraryConditions, { minLength: 1, maxLength: 10 }),
          async (kept, manyConditions) => {
            await clear(knex);
            await knex.transaction(tx => projection.upsert(tx, kept));
            const projected = await projection.get(
              knex,
              kept.map(entity => stringifyEntityRef(entity)),
            );
            for (const conditions of manyConditions) {
              const decision = {
                result: AuthorizeResult.CONDITIONAL,
                pluginId: 'test',
                resourceType: 'test-entity',
                conditions,
              } as const;
              const expected = [...projected.values()]
                .filter(resource =>
                  // Backstage refuses an empty list of criteria in a decision; the filter gives it the usual meaning.
                  hasEmptyList(conditions)
                    ? matchesEntityFilter(
                        resource,
                        conditionsToFilter(conditions).filter!,
                      )
                    : authorize(decision, resource),
                )
                .map(resource => resource.entityRef);
              const { filter } = conditionsToFilter(conditions);
              const seen = await projection
                .whereVisible(
                  knex(tables.entities),
                  filter,
                  `${tables.entities}.entity_ref`,
                )
                .pluck('entity_ref');
              expect(seen.sort()).toEqual(expected.sort());
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('decides predicates in SQL as in memory', async () => {
      const knex = await create(databaseId);
      await fc.assert(
        fc.asyncProperty(
          entities,
          fc.array(arbitraryPredicate, { minLength: 1, maxLength: 10 }),
          async (kept, predicates) => {
            await clear(knex);
            await knex.transaction(tx => projection.upsert(tx, kept));
            const projected = await projection.get(
              knex,
              kept.map(entity => stringifyEntityRef(entity)),
            );
            for (const predicate of predicates) {
              const filter = predicateToFilter(predicate);
              const expected = [...projected.values()]
                .filter(resource => matchesEntityFilter(resource, filter))
                .map(resource => resource.entityRef);
              const seen = await projection
                .matching(knex, predicate)
                .pluck('entity_ref');
              expect(seen.sort()).toEqual(expected.sort());
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('never lets a deleted entity through', async () => {
      const knex = await create(databaseId);
      await fc.assert(
        fc.asyncProperty(
          entities,
          arbitraryConditions,
          async (kept, conditions) => {
            await clear(knex);
            const refs = kept.map(entity => stringifyEntityRef(entity));
            await knex.transaction(async tx => {
              await projection.upsert(tx, kept);
              await projection.remove(tx, refs, NOW);
            });
            const { filter } = conditionsToFilter(conditions);
            const seen = await projection.whereVisible(
              knex(tables.entities),
              filter,
              `${tables.entities}.entity_ref`,
            );
            expect(seen).toEqual([]);
          },
        ),
        { numRuns: 20 },
      );
    });
  });
});

function hasEmptyList(criteria: object): boolean {
  return JSON.stringify(criteria).match(/"(allOf|anyOf)":\[\]/) !== null;
}
