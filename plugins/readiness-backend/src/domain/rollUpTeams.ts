import { TeamScore } from '@maestro-conductor/plugin-readiness-common';
import { NO_DATA_VERDICT } from './serviceValues';
import type { ServiceValues } from './serviceValues';

/** A group of the catalog. */
export interface GroupNode {
  groupRef: string;
  title: string;
  parentRef?: string;
}

/** A service as the roll-up needs it; `values` is absent where it has no score yet. */
export interface RolledService {
  entityRef: string;
  /** Direct owners; users among them are passed over. */
  ownerRefs: string[];
  score?: number;
  ready: boolean;
  values?: ServiceValues;
}

/**
 * Groups in depth-first order, each with its depth. A group whose parent is not among them stands at the top; so does the
 * first, by name, of a circle of parents.
 */
export function treeOrder(
  groups: readonly GroupNode[],
): (GroupNode & { depth: number })[] {
  const sorted = [...groups].sort(
    (a, b) =>
      a.title.localeCompare(b.title) || (a.groupRef < b.groupRef ? -1 : 1),
  );
  const known = new Set(sorted.map(({ groupRef }) => groupRef));
  const children = new Map<string, GroupNode[]>();
  for (const group of sorted) {
    if (group.parentRef && known.has(group.parentRef)) {
      const list = children.get(group.parentRef) ?? [];
      children.set(group.parentRef, [...list, group]);
    }
  }
  const ordered: (GroupNode & { depth: number })[] = [];
  const seen = new Set<string>();
  const visit = (group: GroupNode, depth: number, top: boolean) => {
    if (seen.has(group.groupRef)) return;
    seen.add(group.groupRef);
    const { parentRef, ...rest } = group;
    ordered.push({ ...rest, ...(!top && { parentRef }), depth });
    for (const child of children.get(group.groupRef) ?? []) {
      visit(child, depth + 1, false);
    }
  };
  const isTop = ({ parentRef }: GroupNode) =>
    !parentRef || !known.has(parentRef);
  sorted.filter(isTop).forEach(group => visit(group, 0, true));
  sorted.forEach(group => visit(group, 0, true));
  return ordered;
}

/** That one group lies in another, at any depth; each group lies in itself. */
export interface GroupInGroup {
  ancestorRef: string;
  descendantRef: string;
}

interface Tally {
  services: number;
  scored: number;
  ready: number;
  sum: number;
  dimensions: Map<string, { sum: number; counted: number; noData: number }>;
}

function addService(tally: Tally, service: RolledService) {
  tally.services += 1;
  tally.ready += service.ready ? 1 : 0;
  if (service.score !== undefined) {
    tally.scored += 1;
    tally.sum += service.score;
  }
  for (const [name, value] of Object.entries(service.values ?? {})) {
    const dimension = tally.dimensions.get(name) ?? {
      sum: 0,
      counted: 0,
      noData: 0,
    };
    if (value === NO_DATA_VERDICT) dimension.noData += 1;
    else if (value !== null) {
      dimension.sum += value;
      dimension.counted += 1;
    }
    tally.dimensions.set(name, dimension);
  }
}

/**
 * Readiness of each group over the services owned by it or by any group below it, each service once. Means are over services
 * that have a score, or a value of the dimension; those without data are counted apart and never as 0.
 *
 * @returns groups in depth-first order
 */
export function rollUpTeams(
  groups: readonly GroupNode[],
  closure: readonly GroupInGroup[],
  services: readonly RolledService[],
): TeamScore[] {
  const tallies = new Map<string, Tally>(
    groups.map(({ groupRef }) => [
      groupRef,
      { services: 0, scored: 0, ready: 0, sum: 0, dimensions: new Map() },
    ]),
  );
  const ancestors = new Map<string, Set<string>>();
  for (const { ancestorRef, descendantRef } of closure) {
    const above = ancestors.get(descendantRef) ?? new Set();
    ancestors.set(descendantRef, above.add(ancestorRef));
  }
  for (const service of services) {
    const above = new Set(
      service.ownerRefs.flatMap(ref => [ref, ...(ancestors.get(ref) ?? [])]),
    );
    for (const ref of above) {
      const tally = tallies.get(ref);
      if (tally) addService(tally, service);
    }
  }
  return treeOrder(groups).map(group => {
    const tally = tallies.get(group.groupRef)!;
    return {
      ...group,
      services: tally.services,
      scored: tally.scored,
      ready: tally.ready,
      ...(tally.scored > 0 && { score: tally.sum / tally.scored }),
      dimensions: Object.fromEntries(
        [...tally.dimensions].map(([name, d]) => [
          name,
          {
            ...(d.counted > 0 && { value: d.sum / d.counted }),
            noData: d.noData,
          },
        ]),
      ),
    };
  });
}
