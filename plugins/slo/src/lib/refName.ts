import { parseEntityRef } from '@backstage/catalog-model';

/** The name in a ref, with the namespace where that is not the usual one: `gateway`, `billing/gateway`. */
export function refName(entityRef: string): string {
  const { namespace, name } = parseEntityRef(entityRef);
  return namespace === 'default' ? name : `${namespace}/${name}`;
}
