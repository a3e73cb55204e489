import { Benchmark } from '../lib/benchmark';
import { databasesOf } from '../lib/databasesOf';
import { Measurement } from '../lib/results';
import { measureOn } from './measureOn';

/** Scores, lists and evidence, beside Tech Insights, the catalog and plain inserts; on SQLite, and on PostgreSQL if there is one. */
export const readiness: Benchmark = {
  description: 'scores, lists and evidence beside Tech Insights',
  async run(context) {
    const measured: Measurement[] = [];
    for (const database of databasesOf(context)) {
      try {
        measured.push(...(await measureOn(database, context)));
      } finally {
        await database.remove();
      }
    }
    return measured;
  },
};
