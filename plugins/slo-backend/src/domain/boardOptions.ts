import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';
import {
  ObjectiveQueryOptions,
  ObjectiveSort,
} from '@maestro-conductor/plugin-slo-common';

const MOST_REFS = 100;
const LONGEST_PAGE = 200;
const USUAL_PAGE = 50;

/** In the place of an owner: what no group owns. */
export const NO_OWNER = 'none';

/** Where no order is given, what matters most comes first. */
const USUAL_ORDER: Record<ObjectiveSort, 'asc' | 'desc'> = {
  urgency: 'asc',
  budget: 'asc',
  burn: 'desc',
  title: 'asc',
  entity: 'asc',
  actual: 'asc',
};

/** How long a page is. @throws InputError */
export function checkLimit(limit = USUAL_PAGE): number {
  if (!Number.isInteger(limit) || limit < 1 || limit > LONGEST_PAGE) {
    throw new InputError(`limit must be a whole number, 1 to ${LONGEST_PAGE}`);
  }
  return limit;
}

/** 1 to 100 entity refs as they are kept. @throws InputError */
export function checkEntityRefs(refs: readonly string[]): string[] {
  if (refs.length < 1 || refs.length > MOST_REFS) {
    throw new InputError(
      `entityRefs must name 1 to ${MOST_REFS} entities, and names ${refs.length}`,
    );
  }
  return [...new Set(refs.map(ref => normalizeEntityRef(ref, 'entityRefs')))];
}

/** A group or a user; a name alone is a group of the default namespace. */
function readOwner(ref: string): string {
  if (ref === NO_OWNER) return NO_OWNER;
  return normalizeEntityRef(ref.includes(':') ? ref : `group:${ref}`, 'owner');
}

/** What a board is asked for, with its defaults. @throws InputError naming the field */
export function boardOptions(options: ObjectiveQueryOptions) {
  const { owners, entityRefs, windows, environment } = options;
  const { sort = 'urgency', text } = options;
  const { statuses, burning, cursor } = options;
  return {
    filter: {
      owners: owners?.map(readOwner),
      entityRefs: entityRefs && checkEntityRefs(entityRefs),
      windows,
      environment,
      text: text?.trim() || undefined,
    },
    statuses,
    burning,
    sort,
    order: options.order ?? USUAL_ORDER[sort],
    limit: checkLimit(options.limit),
    cursor,
  };
}
