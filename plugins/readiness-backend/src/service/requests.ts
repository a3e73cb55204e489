import { InputError } from '@backstage/errors';
import { normalizeEntityRef } from '@maestro-conductor/backend-kit';

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;
const MAX_ENTITIES = 1_000;

/**
 * A whole number of a request, or what holds where there is none.
 *
 * @throws InputError where it is not one from 1 to `max`
 */
export function checkWhole(
  value: number | undefined,
  options: { field: string; max: number; otherwise: number },
): number {
  const { field, max, otherwise } = options;
  if (value === undefined) return otherwise;
  if (!Number.isInteger(value) || value < 1 || value > max) {
    throw new InputError(`${field} must be a whole number, 1 to ${max}`);
  }
  return value;
}

/** Items of a page: 1 to 100, by default 20. */
export function checkLimit(limit: number | undefined): number {
  return checkWhole(limit, {
    field: 'limit',
    max: MAX_LIMIT,
    otherwise: DEFAULT_LIMIT,
  });
}

/**
 * The refs of entities in the order asked, each once.
 *
 * @throws InputError where there are none, more than 1,000, or one is no entity ref
 */
export function checkEntities(entities: string[]): string[] {
  if (entities.length < 1 || entities.length > MAX_ENTITIES) {
    throw new InputError(
      `entities must name 1 to ${MAX_ENTITIES} entities, and names ${entities.length}; ask for more in several requests`,
    );
  }
  const refs = entities.map((entity, index) =>
    normalizeEntityRef(entity, `entities[${index}]`),
  );
  return [...new Set(refs)];
}
