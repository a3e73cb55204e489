import { sha256Hex } from '@maestro-conductor/backend-kit';

/** Where objectives are declared. */
export interface DocumentPlace {
  /** SHA-256 of the folder or the entity. */
  id: string;
  /** As configured; else the document is an entity's. */
  folder?: string;
  entityRef?: string;
  /** Of that entity, as it is now. */
  entityEtag?: string;
}

/** When a document was read last. */
export interface DocumentMark {
  id: string;
  entityEtag?: string;
  readAt: Date;
  /** It names an entity that the catalog does not have. */
  waiting: boolean;
}

const EVERY_MS = 5 * 60_000;
/** After a start the catalog fills in a minute or so. */
const WAITING_MS = 60_000;

/** A folder of the configuration. */
export function folderPlace(folder: string): DocumentPlace {
  return { id: sha256Hex(`folder:${folder}`), folder };
}

/** What the annotation of an entity names: one document, whatever it names. */
export function entityPlace(entity: {
  entityRef: string;
  etag: string;
}): DocumentPlace {
  const { entityRef, etag: entityEtag } = entity;
  return { id: sha256Hex(`entity:${entityRef}`), entityRef, entityEtag };
}

/** Those that were never read, not for five minutes, or not since their entity changed; of those that wait for an entity, not for a minute. */
export function dueDocuments(
  places: readonly DocumentPlace[],
  marks: readonly DocumentMark[],
  now: Date,
): DocumentPlace[] {
  const known = new Map(marks.map(mark => [mark.id, mark]));
  return places.filter(({ id, entityEtag }) => {
    const mark = known.get(id);
    if (!mark || mark.entityEtag !== entityEtag) return true;
    const age = now.getTime() - mark.readAt.getTime();
    return age >= (mark.waiting ? WAITING_MS : EVERY_MS);
  });
}
