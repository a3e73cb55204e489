/**
 * A condition on an entity, in the form that both SQL and memory can decide.
 *
 * - `search`: a search row with the key, and with one of the values where there are any. All lower-case.
 * - `prefix`: a search row with the key whose value starts so.
 * - `tenant`: the entity belongs to one of the tenants.
 *
 * @public
 */
export type EntityFilter =
  | { allOf: EntityFilter[] }
  | { anyOf: EntityFilter[] }
  | { not: EntityFilter }
  | { search: { key: string; values?: string[] } }
  | { prefix: { key: string; start: string } }
  | { tenant: { values: string[] } };

/** Matches every entity. @public */
export const EVERY_ENTITY: EntityFilter = { allOf: [] };

/** Matches none. @public */
export const NO_ENTITY: EntityFilter = { anyOf: [] };
