import { Knex } from 'knex';
import { insertInChunks } from '../lib/insertInChunks';
import { ProjectionTables } from './tables';
import { GroupClosureRow } from './types';

/**
 * Turns the kept closure into the wanted one, and touches only the rows in which they differ.
 *
 * @internal
 */
export async function writeGroupClosure(
  tx: Knex.Transaction,
  tables: ProjectionTables,
  closures: { kept: GroupClosureRow[]; wanted: GroupClosureRow[] },
): Promise<void> {
  const added = new Map(closures.wanted.map(row => [keyOf(row), row]));
  for (const row of closures.kept) {
    if (!added.delete(keyOf(row))) {
      await tx(tables.groupClosure)
        .where({
          ancestor_ref: row.ancestorRef,
          descendant_ref: row.descendantRef,
        })
        .delete();
    }
  }
  await insertInChunks(
    tx,
    tables.groupClosure,
    [...added.values()].map(row => ({
      ancestor_ref: row.ancestorRef,
      descendant_ref: row.descendantRef,
      depth: row.depth,
    })),
  );
}

function keyOf(row: GroupClosureRow): string {
  return JSON.stringify([row.ancestorRef, row.descendantRef, row.depth]);
}
