import {
  BoardSummary,
  OBJECTIVE_STATUSES,
  ObjectiveStatus,
  TeamBoardItem,
} from '@maestro-conductor/plugin-slo-common';

/** An objective, as far as sums need it. */
export interface CountedObjective {
  id: string;
  entityRef: string;
  title: string;
  /** Absent before the first evaluation. */
  status?: ObjectiveStatus;
  burning: boolean;
  budgetLeft?: number;
  /** Milliseconds since 1970. */
  evaluatedAt?: number;
}

/** That one group lies in another, at any depth; each group lies in itself. */
export interface GroupInGroup {
  ancestorRef: string;
  descendantRef: string;
}

const NOBODY = 'No owner';
/** Of these a budget says nothing. */
const UNTOLD: unknown[] = ['insufficient-data', 'no-traffic'];

/** Objectives summed up. */
export class Tally {
  readonly #summary: BoardSummary = {
    total: 0,
    byStatus: Object.fromEntries(
      OBJECTIVE_STATUSES.map(status => [status, 0]),
    ) as BoardSummary['byStatus'],
    burning: 0,
    pending: 0,
  };
  #oldest = Infinity;
  #worst?: CountedObjective & { budgetLeft: number };

  /** Adds an objective, or as many that are alike. */
  add(
    objective: Omit<CountedObjective, 'id' | 'entityRef' | 'title'>,
    count = 1,
  ) {
    const { status, burning, evaluatedAt = Infinity } = objective;
    this.#summary.total += count;
    if (status === undefined) this.#summary.pending += count;
    else this.#summary.byStatus[status] += count;
    if (burning) this.#summary.burning += count;
    this.#oldest = Math.min(this.#oldest, evaluatedAt);
  }

  /** Remembers the one with the lowest budget, of those that can be told; of equals the first by id. */
  compare(objective: CountedObjective): void {
    const { budgetLeft, status, id } = objective;
    if (budgetLeft === undefined || UNTOLD.includes(status)) return;
    const worst = this.#worst;
    const isWorse =
      !worst ||
      budgetLeft < worst.budgetLeft ||
      (budgetLeft === worst.budgetLeft && id < worst.id);
    if (isWorse) this.#worst = { ...objective, budgetLeft };
  }

  summary(): BoardSummary {
    if (!Number.isFinite(this.#oldest)) return this.#summary;
    const oldestEvaluation = new Date(this.#oldest).toISOString();
    return { ...this.#summary, oldestEvaluation };
  }

  worst(): TeamBoardItem['worst'] {
    if (!this.#worst) return undefined;
    const { id, title, entityRef, budgetLeft } = this.#worst;
    return { id, title, entityRef, budgetLeft };
  }
}

/**
 * Sums objectives up for each group that owns some, itself or by a group below it, each objective once; what none of the groups owns, under null.
 * Groups without a title are not to be named, and left out.
 */
export function rollUpTeams(
  objectives: Iterable<CountedObjective>,
  ground: {
    /** Direct owners by entity. */
    owners: ReadonlyMap<string, readonly string[]>;
    closure: readonly GroupInGroup[];
    titles: ReadonlyMap<string, string>;
  },
): TeamBoardItem[] {
  const above = new Map<string, string[]>();
  for (const { ancestorRef, descendantRef } of ground.closure) {
    const known = above.get(descendantRef);
    if (known) known.push(ancestorRef);
    else above.set(descendantRef, [ancestorRef]);
  }
  const groupsOf = (entityRef: string): (string | null)[] => {
    const direct = ground.owners.get(entityRef) ?? [];
    const groups = new Set(direct.flatMap(ref => above.get(ref) ?? []));
    return groups.size > 0 ? [...groups] : [null];
  };
  const tallies = new Map<string | null, Tally>();
  for (const objective of objectives) {
    for (const group of groupsOf(objective.entityRef)) {
      const tally = tallies.get(group) ?? new Tally();
      tallies.set(group, tally);
      tally.add(objective);
      tally.compare(objective);
    }
  }
  return [...tallies].flatMap(([groupRef, tally]) => {
    const title = groupRef === null ? NOBODY : ground.titles.get(groupRef);
    if (title === undefined) return [];
    const worst = tally.worst();
    const summary = tally.summary();
    return [{ groupRef, title, summary, ...(worst && { worst }) }];
  });
}
