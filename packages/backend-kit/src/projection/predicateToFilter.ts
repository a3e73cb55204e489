import { InputError } from '@backstage/errors';
import {
  FilterPredicate,
  FilterPredicatePrimitive,
} from '@backstage/filter-predicates';
import { EntityFilter } from './entityFilter';

/**
 * Translates a filter predicate with the meaning and the limits that it has in queries to the catalog. `$contains` takes
 * a scalar, and on `relations` also `{ type, targetRef }`.
 *
 * Throws InputError for what the catalog's queries do not take either.
 *
 * @public
 */
export function predicateToFilter(predicate: FilterPredicate): EntityFilter {
  if (!isObject(predicate)) {
    throw new InputError(
      `The filter ${show(
        predicate,
      )} must be an object, such as { "kind": "component" }`,
    );
  }
  const fields = Object.entries<unknown>(predicate);
  const found = fields.find(([key]) => key.startsWith('$'));
  if (!found) {
    return {
      allOf: fields.map(([key, value]) =>
        fieldToFilter(key.toLowerCase(), value),
      ),
    };
  }
  const [operator, operand] = found;
  if (fields.length > 1) {
    throw new InputError(
      `In a filter ${operator} must stand alone; combine it with other conditions by $all`,
    );
  }
  if (operator === '$not') {
    return { not: predicateToFilter(operand as FilterPredicate) };
  }
  if ((operator === '$all' || operator === '$any') && Array.isArray(operand)) {
    const parts = operand.map(part => predicateToFilter(part));
    return operator === '$all' ? { allOf: parts } : { anyOf: parts };
  }
  throw new InputError(
    `A filter has no operator ${operator} of this form; $all and $any take lists, $not a filter`,
  );
}

function fieldToFilter(key: string, value: unknown): EntityFilter {
  if (isPrimitive(value)) {
    return searchForAny(key, [value]);
  }
  if (isObject(value) && Object.keys(value).length === 1) {
    const [[operator, operand]] = Object.entries(value);
    if (operator === '$exists' && typeof operand === 'boolean') {
      const exists: EntityFilter = { search: { key } };
      return operand ? exists : { not: exists };
    }
    if (operator === '$in' && isListOfPrimitives(operand)) {
      return searchForAny(key, operand);
    }
    if (operator === '$hasPrefix' && typeof operand === 'string') {
      return { prefix: { key, start: operand.toLowerCase() } };
    }
    if (operator === '$contains' && isPrimitive(operand)) {
      return searchForAny(key, [operand]);
    }
    if (operator === '$contains' && key === 'relations') {
      return relationToFilter(operand);
    }
  }
  throw new InputError(
    `The filter on ${key} must be a scalar, $exists, $in, $hasPrefix, or $contains with a scalar, and is ${show(
      value,
    )}`,
  );
}

function relationToFilter(target: unknown): EntityFilter {
  const { type, targetRef, ...others } = isObject(target) ? target : {};
  const refs = isObject(targetRef) ? targetRef.$in : targetRef;
  const values = isPrimitive(refs) ? [refs] : refs;
  if (
    typeof type !== 'string' ||
    Object.keys(others).length > 0 ||
    !(values === undefined || isListOfPrimitives(values))
  ) {
    throw new InputError(
      `$contains on relations must be { type, targetRef }, targetRef a ref or { "$in": [refs] }, and is ${show(
        target,
      )}`,
    );
  }
  const key = `relations.${type.toLowerCase()}`;
  return values ? searchForAny(key, values) : { search: { key } };
}

function searchForAny(
  key: string,
  values: FilterPredicatePrimitive[],
): EntityFilter {
  return {
    search: { key, values: values.map(value => String(value).toLowerCase()) },
  };
}

function isPrimitive(value: unknown): value is FilterPredicatePrimitive {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isListOfPrimitives(
  value: unknown,
): value is FilterPredicatePrimitive[] {
  return Array.isArray(value) && value.every(isPrimitive);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return String(JSON.stringify(value)).slice(0, 200);
}
