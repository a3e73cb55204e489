import { Benchmark } from '../lib/benchmark';
import { postgresDatabase, sqliteDatabase } from '../lib/databases';
import { Measurement } from '../lib/results';
import { measureOn } from './measureOn';

/** Scores, lists and evidence, beside Tech Insights, the catalog and plain inserts; on SQLite, and on PostgreSQL if there is one. */
export const readiness: Benchmark = {
  description: 'scores, lists and evidence beside Tech Insights',
  async run(context) {
    const databases = [
      sqliteDatabase(context.folder),
      ...(context.postgres ? [postgresDatabase(context.postgres)] : []),
    ];
    if (!context.postgres) {
      context.progress('no PostgreSQL: nothing is measured on it');
    }
    const measured: Measurement[] = [];
    for (const database of databases) {
      try {
        measured.push(...(await measureOn(database, context)));
      } finally {
        await database.remove();
      }
    }
    return measured;
  },
};
