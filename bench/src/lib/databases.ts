import fs from 'node:fs/promises';
import path from 'node:path';
import knexFactory, { Knex } from 'knex';
import { JsonObject } from '@backstage/types';

/** Where a backend under test keeps its data. */
export interface BenchDatabase {
  /** `sqlite` or `postgres`: the last part of a measurement's id. */
  name: string;
  /** `backend.database` of the configuration of a backend; two backends with different names share nothing. */
  configFor(backend: string): JsonObject;
  /** Opens the database of one plugin of a backend beside it. The caller destroys it. */
  open(backend: string, pluginId: string): Knex;
  /** After a bulk of writes: does what the database itself does within a minute, so that no figure depends on that moment. */
  settle(backend: string, pluginIds: readonly string[]): Promise<void>;
  /** Removes everything, after the backends have ended. */
  remove(): Promise<void>;
}

/** Files in a folder, one per plugin. */
export function sqliteDatabase(folder: string): BenchDatabase {
  const directory = (backend: string) => path.join(folder, 'sqlite', backend);
  return {
    name: 'sqlite',
    configFor: backend => ({
      client: 'better-sqlite3',
      connection: { directory: directory(backend) },
    }),
    open: (backend, pluginId) =>
      knexFactory({
        client: 'better-sqlite3',
        connection: {
          filename: path.join(directory(backend), `${pluginId}.sqlite`),
        },
        useNullAsDefault: true,
        // As durable as what it is compared with: a commit is on disk when it is answered.
        pool: {
          min: 1,
          max: 1,
          afterCreate: (
            connection: { pragma(text: string): unknown },
            done: (error: unknown, connection: unknown) => void,
          ) => {
            connection.pragma('synchronous = full');
            done(null, connection);
          },
        },
      }),
    async settle() {},
    remove: () =>
      fs.rm(path.join(folder, 'sqlite'), { recursive: true, force: true }),
  };
}

/** Databases of one server, one per plugin, with names that only this run has. */
export function postgresDatabase(connection: string): BenchDatabase {
  const run = `bench_${process.pid}_${Date.now()}_`;
  const prefix = (backend: string) => `${run}${backend}_`;
  const at = (database: string) => {
    const url = new URL(connection);
    url.pathname = `/${database}`;
    return url.toString();
  };
  const open = (database: string) =>
    knexFactory({ client: 'pg', connection: at(database), pool: { max: 4 } });
  const openOf = (backend: string, pluginId: string) =>
    open(`${prefix(backend)}${pluginId}`);
  return {
    name: 'postgres',
    configFor: backend => ({
      client: 'pg',
      connection,
      prefix: prefix(backend),
    }),
    open: openOf,
    async settle(backend, pluginIds) {
      for (const pluginId of pluginIds) {
        const knex = openOf(backend, pluginId);
        await knex.raw('analyze').finally(() => knex.destroy());
      }
    },
    async remove() {
      const server = knexFactory({ client: 'pg', connection });
      try {
        const rows = await server('pg_database')
          .select('datname')
          .whereRaw('starts_with(datname, ?)', [run]);
        for (const { datname } of rows) {
          await server.raw('drop database ?? with (force)', [datname]);
        }
      } finally {
        await server.destroy();
      }
    },
  };
}
