import { FilterPredicate } from '@backstage/filter-predicates';
import {
  EntityFilter,
  EntityRestriction,
} from '@maestro-conductor/backend-kit';
import { ReadinessStore, ServicesRequest } from '../database/ReadinessStore';
import { GroupInGroup, GroupNode } from '../domain/rollUpTeams';
import { ServiceColumns } from '../domain/ServiceColumns';

const GROUPS: FilterPredicate = { kind: 'group' };

/** Answers to different permission conditions that are held at most: each is a set of refs. */
const MAX_VISIBLE = 16;

/** Something that holds as long as a revision does. */
interface Held<T> {
  revision: string;
  value: Promise<T>;
}

/** Services, groups, and what of them the reader may see, all of one moment. */
export interface IndexedScores {
  services: ServiceColumns;
  groups: GroupNode[];
  closure: GroupInGroup[];
}

function matchesAll(filter: EntityFilter | undefined): boolean {
  return !!filter && 'allOf' in filter && filter.allOf.every(matchesAll);
}

/**
 * What sums over services are computed from, held in memory and never old: each request asks the database at which revision it
 * stands, and reads anew only where that moved. So it is right beside any number of other writers. Requests that come at the
 * same time share one reading.
 */
export class ScoreIndex {
  readonly #store: ReadinessStore;
  readonly #services = new Map<string, Held<ServiceColumns>>();
  readonly #groups = new Map<
    string,
    Held<{ groups: GroupNode[]; closure: GroupInGroup[] }>
  >();
  readonly #visible = new Map<string, Held<ReadonlySet<string>>>();

  constructor(options: { store: ReadinessStore }) {
    this.#store = options.store;
  }

  /** The services of a scorecard in an environment, and the groups, as far as the reader may see them. */
  async read(
    request: ServicesRequest,
    visibility: { services: EntityRestriction; groups: EntityRestriction },
  ): Promise<IndexedScores & { included(index: number): boolean }> {
    const { scorecard, environment } = request;
    const revision = await this.#store.readRevision({ scorecard, environment });
    const services = await hold(
      this.#services,
      JSON.stringify([scorecard, environment, request.filter]),
      revision.catalog + revision.scores,
      async () => new ServiceColumns(await this.#store.readServices(request)),
    );
    const { groups, closure } = await hold(
      this.#groups,
      '',
      revision.catalog,
      () => this.#store.readGroups(),
    );
    const seen = await this.#visibleRefs(
      visibility.services,
      request.filter,
      revision.catalog,
    );
    const seenGroups = await this.#visibleRefs(
      visibility.groups,
      GROUPS,
      revision.catalog,
    );
    return {
      services,
      groups: seenGroups
        ? groups.filter(({ groupRef }) => seenGroups.has(groupRef))
        : groups,
      closure,
      included: index => !seen || seen.has(services.rows[index].entityRef),
    };
  }

  /** Undefined where the reader may see all. */
  async #visibleRefs(
    restriction: EntityRestriction,
    filter: FilterPredicate,
    revision: string,
  ): Promise<ReadonlySet<string> | undefined> {
    const read = async () =>
      new Set(await this.#store.readVisibleRefs(restriction, filter));
    if (restriction.unknownRule) return await read();
    if (matchesAll(restriction.filter)) return undefined;
    if (!restriction.filter) return await read();
    return await hold(
      this.#visible,
      JSON.stringify([filter, restriction.filter]),
      revision,
      read,
      MAX_VISIBLE,
    );
  }
}

/** What is held of this revision; else loads it. What could not be loaded is not held. */
function hold<T>(
  held: Map<string, Held<T>>,
  key: string,
  revision: string,
  load: () => Promise<T>,
  max: number = Infinity,
): Promise<T> {
  const known = held.get(key);
  if (known?.revision === revision) return known.value;
  const added: Held<T> = { revision, value: load() };
  // Sets it last, so that the first ones are the oldest.
  held.delete(key);
  held.set(key, added);
  for (const oldest of held.keys()) {
    if (held.size <= max) break;
    held.delete(oldest);
  }
  added.value.catch(() => {
    if (held.get(key) === added) held.delete(key);
  });
  return added.value;
}
