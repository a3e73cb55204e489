import { TeamScore } from '@maestro-conductor/plugin-readiness-common';
import { addTally, emptyTally, ServiceColumns, Tally } from './ServiceColumns';

/** A group of the catalog. */
export interface GroupNode {
  groupRef: string;
  title: string;
  parentRef?: string;
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

/** Stands in the place of a group for the services that none of the groups owns. */
const NO_OWNER = { groupRef: '', title: 'No owner', depth: 0 };

function toTeamScore(
  group: Pick<TeamScore, 'groupRef' | 'title' | 'parentRef' | 'depth'>,
  { services, scored, ready, sum, dimensions }: Tally,
): TeamScore {
  return {
    ...group,
    services,
    scored,
    ready,
    ...(scored > 0 && { score: sum / scored }),
    dimensions: Object.fromEntries(
      [...dimensions].map(([name, d]) => [
        name,
        {
          ...(d.counted > 0 && { value: d.sum / d.counted }),
          noData: d.noData,
        },
      ]),
    ),
  };
}

/**
 * Readiness of each group over the services owned by it or by any group below it, each service once. Means are over services
 * that have a score, or a value of the dimension; those without data are counted apart and never as 0.
 *
 * @param included - which services are meant, by index
 * @returns groups in depth-first order, also those without services; then, where there are any, the services that none of the groups
 * owns, as a row whose `groupRef` is empty
 */
export function rollUpTeams(
  groups: readonly GroupNode[],
  closure: readonly GroupInGroup[],
  services: ServiceColumns,
  included: (index: number) => boolean = () => true,
): TeamScore[] {
  const tallies = new Map<string, Tally>(
    groups.map(({ groupRef }) => [groupRef, emptyTally()]),
  );
  const noOwner = emptyTally();
  const ancestors = new Map<string, string[]>();
  for (const { ancestorRef, descendantRef } of closure) {
    const above = ancestors.get(descendantRef);
    if (above) above.push(ancestorRef);
    else ancestors.set(descendantRef, [ancestorRef]);
  }
  // Services of the same owners belong to the same groups, so they are summed first and added to each group at once.
  services.tallyByOwners(included).forEach((tally, owners) => {
    if (tally.services === 0) return;
    const above = new Set(
      services.ownerSets[owners].flatMap(ref => [
        ref,
        ...(ancestors.get(ref) ?? []),
      ]),
    );
    const owning = [...above].flatMap(ref => tallies.get(ref) ?? []);
    for (const target of owning.length > 0 ? owning : [noOwner]) {
      addTally(target, tally);
    }
  });
  return [
    ...treeOrder(groups).map(group =>
      toTeamScore(group, tallies.get(group.groupRef)!),
    ),
    ...(noOwner.services > 0 ? [toTeamScore(NO_OWNER, noOwner)] : []),
  ];
}
