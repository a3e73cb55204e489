import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Where the migrations are. */
export const migrationsDir = resolvePackagePath(
  '@maestro-conductor/plugin-slo-backend',
  'migrations',
);

/** Brings a database up to date, unless the portal is told to leave migrations alone. */
export async function applyMigrations(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await knex.migrate.latest({ directory: migrationsDir });
  }
  return knex;
}
