import { Entity, ANNOTATION_LOCATION } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ANNOTATION_SLO } from '@maestro-conductor/plugin-slo-common';

/** Where a document is: an address, or a path that is relative to the descriptor in a file. */
export type DocumentTarget =
  | { kind: 'url'; url: string }
  | { kind: 'file'; path: string; descriptor: string };

const MOST_ADDRESSES = 20;
const ADDRESS = /^https?:\/\//;

/** The addresses of an entity's annotation, as written. */
export function addressesOf(entity: Entity): string[] {
  const text = entity.metadata.annotations?.[ANNOTATION_SLO] ?? '';
  const addresses = text.split(',').map(part => part.trim());
  return [...new Set(addresses.filter(part => part !== ''))];
}

/**
 * Where the documents of an entity are.
 *
 * @param resolve - an address relative to another one
 * @throws InputError where they cannot be found
 */
export function documentTargets(
  entity: Entity,
  resolve: (address: string, base: string) => string,
): DocumentTarget[] {
  const addresses = addressesOf(entity);
  if (addresses.length > MOST_ADDRESSES) {
    throw new InputError(
      `${ANNOTATION_SLO} names ${addresses.length} documents; it may name ${MOST_ADDRESSES}. Name their folder instead`,
    );
  }
  const location = entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '';
  return addresses.map(address => {
    if (ADDRESS.test(address)) return { kind: 'url', url: address };
    if (/^[a-z][-+.a-z0-9]*:/i.test(address)) {
      throw new InputError(
        `${ANNOTATION_SLO} names ${address}; write an https address, or a path relative to the entity's descriptor`,
      );
    }
    const [, type, target] = /^(\w+):(.*)$/.exec(location) ?? [];
    if (type === 'url') return { kind: 'url', url: resolve(address, target) };
    if (type === 'file') {
      return { kind: 'file', path: address, descriptor: target };
    }
    throw new InputError(
      `${ANNOTATION_SLO} names ${address}, a path relative to the entity's descriptor, but the catalog does not say where that is (${ANNOTATION_LOCATION}: ${
        location || 'absent'
      }). Write an https address`,
    );
  });
}
