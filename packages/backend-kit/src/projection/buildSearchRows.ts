import { DEFAULT_NAMESPACE, Entity } from '@backstage/catalog-model';

/** Characters; the catalog's own limits. A key beyond it is left out, a value beyond it counts as null. */
const MAX_KEY_LENGTH = 200;
const MAX_VALUE_LENGTH = 200;

/** Paths that the catalog does not search, or searches in a form of their own (below). */
const SKIPPED_PATHS = new Set([
  'attachments',
  'relations',
  'status',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'metadata.etag',
]);

/**
 * A key and a value by which an entity can be found, both lower-case. The value is null where the entity has null there,
 * or a text of more than 200 characters.
 *
 * @public
 */
export interface SearchRow {
  key: string;
  value: string | null;
}

/**
 * The rows by which the catalog would search an entity: every scalar under its dotted path, each text in a list also as
 * `path.text = true`, and `relations.<type> = <target>`. Rows are distinct.
 *
 * @public
 */
export function buildSearchRows(entity: Entity): SearchRow[] {
  const rows = new Map<string, SearchRow>();
  const add = (path: string, raw: unknown) => {
    const key = path.toLowerCase();
    if (key.length > MAX_KEY_LENGTH) {
      return;
    }
    const value = searchValue(raw);
    rows.set(JSON.stringify([key, value]), { key, value });
  };

  collect('', entity, add);
  add('metadata.name', entity.metadata.name);
  add('metadata.namespace', entity.metadata.namespace || DEFAULT_NAMESPACE);
  if (entity.metadata.uid) {
    add('metadata.uid', entity.metadata.uid);
  }
  for (const relation of entity.relations ?? []) {
    add(`relations.${relation.type}`, relation.targetRef);
  }
  return [...rows.values()];
}

function collect(
  path: string,
  value: unknown,
  add: (path: string, value: unknown) => void,
): void {
  // Undefined members vanish on the way through JSON, and so must they here.
  if (value === undefined || SKIPPED_PATHS.has(path)) {
    return;
  }
  if (Array.isArray(value)) {
    for (const item of value) {
      collect(path, item ?? null, add);
      if (typeof item === 'string') {
        add(`${path}.${item}`, true);
      }
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, member] of Object.entries(value)) {
      collect(path ? `${path}.${name}` : name, member, add);
    }
  } else if (typeof value !== 'function') {
    add(path, value);
  }
}

function searchValue(raw: unknown): string | null {
  if (raw === null) {
    return null;
  }
  // PostgreSQL texts cannot hold the null character.
  const text = String(raw).toLowerCase().replaceAll('\u0000', '');
  return text.length <= MAX_VALUE_LENGTH ? text : null;
}
