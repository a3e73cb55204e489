import { TeamScore } from '@maestro-conductor/plugin-readiness-common';

/** A team as a row of the tree. */
export interface TeamRow extends TeamScore {
  /** Whether groups below it are shown; absent where there are none on this page. */
  expanded?: boolean;
}

/** The rows to show of a page of the tree, which is depth first: those below a collapsed group are left out. */
export function teamRows(
  teams: readonly TeamScore[],
  collapsed: ReadonlySet<string>,
): TeamRow[] {
  const parents = new Set(teams.map(({ parentRef }) => parentRef));
  const hidden = new Set<string>();
  const rows: TeamRow[] = [];
  for (const team of teams) {
    const { groupRef, parentRef } = team;
    if (parentRef && (collapsed.has(parentRef) || hidden.has(parentRef))) {
      hidden.add(groupRef);
    } else {
      const expanded = parents.has(groupRef)
        ? !collapsed.has(groupRef)
        : undefined;
      rows.push({ ...team, expanded });
    }
  }
  return rows;
}
