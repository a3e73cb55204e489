import { GroupClosureRow, GroupEdge } from './types';

/**
 * Every group with all groups that lie in it, itself included. Where groups lie in each other in a circle each is an
 * ancestor of the others.
 *
 * @internal
 */
export function groupClosure(
  groupRefs: Iterable<string>,
  edges: Iterable<GroupEdge>,
): GroupClosureRow[] {
  const groups = new Set(groupRefs);
  const children = new Map<string, Set<string>>();
  for (const { childRef, parentRef } of edges) {
    groups.add(childRef).add(parentRef);
    const known = children.get(parentRef) ?? new Set();
    children.set(parentRef, known.add(childRef));
  }
  return [...groups].flatMap(ancestorRef =>
    [...distances(ancestorRef, children)].map(([descendantRef, depth]) => ({
      ancestorRef,
      descendantRef,
      depth,
    })),
  );
}

/** Breadth first: the first visit of a group is by the shortest way. */
function distances(
  start: string,
  children: Map<string, Set<string>>,
): Map<string, number> {
  const depths = new Map([[start, 0]]);
  for (const [group, depth] of depths) {
    for (const child of children.get(group) ?? []) {
      if (!depths.has(child)) {
        depths.set(child, depth + 1);
      }
    }
  }
  return depths;
}
