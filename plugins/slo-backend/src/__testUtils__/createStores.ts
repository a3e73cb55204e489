import { randomUUID } from 'node:crypto';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { KnexCostStore } from '../database/KnexCostStore';
import { KnexSampleStore } from '../database/KnexSampleStore';
import { KnexStateStore } from '../database/KnexStateStore';
import { migrationsDir } from '../database/migrations';

/** A database with its tables, and the stores on it. */
export async function createStores(
  databases: TestDatabases,
  databaseId: TestDatabaseId,
) {
  const knex = await databases.init(databaseId);
  await knex.migrate.latest({ directory: migrationsDir });
  return {
    knex,
    samples: new KnexSampleStore({ knex }),
    states: new KnexStateStore({ knex, newId: randomUUID }),
    costs: new KnexCostStore({ knex }),
  };
}
