/** The names by which subqueries on a projection know its tables. */
const OWN_ALIASES = [
  'projected_entity',
  'projected_search',
  'projected_owner',
  'projected_group',
];

/**
 * Throws for a column that a correlated subquery could take for one of its own: without its table, or of a table by a
 * name that the subqueries use. Such a comparison would be true of every row, and let everything through.
 *
 * @internal
 */
export function assertOuterColumn(column: string): void {
  const [table, name, ...rest] = column.split('.');
  if (!table || !name || rest.length > 0 || OWN_ALIASES.includes(table)) {
    throw new Error(
      `The column of the entity ref must be written with its table, such as scores.entity_ref, and is ${column}`,
    );
  }
}
