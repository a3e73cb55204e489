import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Characters: kind, namespace and name of 63 each, as the catalog allows by default, and some room. */
const MAX_REF_LENGTH = 250;

const SEGMENT = /^[^\s:/\\\p{Cc}]+$/u;

/**
 * The form in which the suite keeps entity refs: lower-case `kind:namespace/name`. Accepts a name alone as a component
 * of the default namespace: `gateway` is `component:default/gateway`.
 *
 * Throws InputError, naming the field, for what is no entity ref.
 *
 * @public
 */
export function normalizeEntityRef(input: string, field = 'entity'): string {
  if (typeof input !== 'string' || input.length > MAX_REF_LENGTH) {
    throw fault(field);
  }
  let parsed;
  try {
    parsed = parseEntityRef(input.trim(), {
      defaultKind: 'component',
      defaultNamespace: 'default',
    });
  } catch {
    throw fault(field);
  }
  const segments = [parsed.kind, parsed.namespace, parsed.name];
  if (!segments.every(segment => SEGMENT.test(segment))) {
    throw fault(field);
  }
  return stringifyEntityRef(parsed);
}

/** Made only where it is thrown: lists hold a thousand refs, and an error takes its stack with it. */
function fault(field: string): InputError {
  return new InputError(
    `${field} must be an entity ref such as component:default/gateway, or the name of a component such as gateway`,
  );
}
