import { BenchmarkContext } from './benchmark';
import { BenchDatabase, postgresDatabase, sqliteDatabase } from './databases';

/** The databases that there are to measure on: SQLite, and PostgreSQL where one was given. */
export function databasesOf({
  folder,
  postgres,
  progress,
}: BenchmarkContext): BenchDatabase[] {
  if (!postgres) progress('no PostgreSQL: nothing is measured on it');
  return [
    sqliteDatabase(folder),
    ...(postgres ? [postgresDatabase(postgres)] : []),
  ];
}
