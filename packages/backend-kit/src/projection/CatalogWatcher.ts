import { AuthService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { chunked } from '../lib/chunked';
import { PROVISIONAL_ETAG } from './writeEntities';

const STREAM_PAGE = 1000;
const LOAD_PAGE = 200;

const WATCHED_FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.etag',
];

/** Refs, sorted; no ref is in two lists. @public */
export interface CatalogDiff {
  created: string[];
  changed: string[];
  deleted: string[];
}

/**
 * Finds out what changed in the catalog, which itself tells nobody.
 *
 * @public
 */
export class CatalogWatcher {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /**
   * Streams refs and etags of the whole catalog, and compares them with what is known (ref to etag, living entities
   * only). Rejects where the stream breaks off, so that half a catalog is never taken for the whole. An entity that the
   * stream did not show counts as deleted only after the catalog denies it by name too.
   */
  async diff(known: Map<string, string>): Promise<CatalogDiff> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const created = new Set<string>();
    const changed = new Set<string>();
    const missing = new Set(known.keys());
    const stream = this.#catalog.streamEntities(
      { fields: WATCHED_FIELDS, pageSize: STREAM_PAGE },
      { credentials },
    );
    for await (const page of stream) {
      for (const entity of page) {
        const ref = stringifyEntityRef(entity);
        const etag = known.get(ref);
        missing.delete(ref);
        if (etag === undefined || etag === PROVISIONAL_ETAG) {
          created.add(ref);
        } else if (etag !== (entity.metadata.etag ?? '')) {
          changed.add(ref);
        }
      }
    }
    const still = await this.#fetch([...missing], WATCHED_FIELDS);
    for (const entity of still) {
      missing.delete(stringifyEntityRef(entity));
    }
    return {
      created: [...created].sort(),
      changed: [...changed].sort(),
      deleted: [...missing].sort(),
    };
  }

  /** The entities of refs, as a service sees them. Those that the catalog does not have are left out. */
  async load(refs: string[]): Promise<Entity[]> {
    return await this.#fetch(refs);
  }

  async #fetch(refs: string[], fields?: string[]): Promise<Entity[]> {
    const entities: Entity[] = [];
    for (const entityRefs of chunked(refs, LOAD_PAGE)) {
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      entities.push(...items.filter(item => item !== undefined));
    }
    return entities;
  }
}
