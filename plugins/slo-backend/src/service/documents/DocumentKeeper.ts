import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  EntityDirectory,
  ProjectedEntity,
} from '@maestro-conductor/backend-kit';
import { DocumentUpdate, ObjectiveStore } from '../../database/ObjectiveStore';
import { addressesOf } from '../../domain/documentTargets';
import {
  DocumentPlace,
  dueDocuments,
  entityPlace,
  folderPlace,
} from '../../domain/dueDocuments';
import { ReadDocument, settleClaims } from '../../domain/settleClaims';
import { DocumentParser, ParsedFiles } from './DocumentParser';
import { DocumentReader, FetchedDocument } from './DocumentReader';

/** Documents that are read, settled and kept together. */
const TOGETHER = 100;
/** Documents that are fetched at the same time. */
const PARALLEL = 4;
/** Entities that near names are looked up for, at a time. */
const MOST_NEAR = 20;

/** Keeps objectives as documents declare them: those of the configured folders, and those that entities name. */
export class DocumentKeeper {
  readonly #folders: readonly string[];
  readonly #store: ObjectiveStore;
  readonly #directory: EntityDirectory;
  readonly #nearNames: (ref: string) => Promise<string[]>;
  readonly #reader: DocumentReader;
  readonly #parser: DocumentParser;
  readonly #now: () => Date;

  constructor(options: {
    /** As configured; their order decides which of two documents comes first. Entities come after them. */
    folders: readonly string[];
    objectives: ObjectiveStore;
    directory: EntityDirectory;
    nearNames(ref: string): Promise<string[]>;
    reader: DocumentReader;
    parser: DocumentParser;
    now(): Date;
  }) {
    this.#folders = options.folders;
    this.#store = options.objectives;
    this.#directory = options.directory;
    this.#nearNames = options.nearNames;
    this.#reader = options.reader;
    this.#parser = options.parser;
    this.#now = options.now;
  }

  /**
   * Reads the documents that are due: every five minutes, and at once where the entity changed that names them. A document that cannot be read
   * keeps its objectives, with the error beside them; one that there is no longer takes them with it.
   *
   * @returns how many documents were read
   */
  async refresh(signal: AbortSignal): Promise<number> {
    const places = [
      ...[...new Set(this.#folders)].map(folderPlace),
      ...(await this.#store.annotatedEntities()).map(entityPlace),
    ];
    const kept = await this.#store.documentMarks();
    const ids = new Set(places.map(({ id }) => id));
    const gone = kept.map(({ id }) => id).filter(id => !ids.has(id));
    if (gone.length > 0) {
      await this.#store.forgetDocuments(gone, this.#now());
    }
    this.#parser.keepOnly(ids);
    const due = dueDocuments(places, kept, this.#now());
    for (let start = 0; start < due.length; start += TOGETHER) {
      signal.throwIfAborted();
      await this.#refresh(due.slice(start, start + TOGETHER), signal);
    }
    return due.length;
  }

  async #refresh(
    places: readonly DocumentPlace[],
    signal: AbortSignal,
  ): Promise<void> {
    const speakers = await this.#directory.get(
      places.flatMap(({ entityRef }) => entityRef ?? []),
    );
    const fetched = await inParallel(places, place =>
      this.#fetch(place, speakers, signal),
    );
    const parsed = new Map<string, ParsedFiles>();
    const read: ReadDocument[] = [];
    for (const [index, { id, entityRef }] of places.entries()) {
      const document = fetched[index];
      if ('error' in document) continue;
      const { digest, declarations, problems } = this.#parser.parse(
        id,
        document.files,
      );
      parsed.set(id, { digest, declarations, problems });
      read.push({
        id,
        entityRef,
        declarations,
        problems: [...document.problems, ...problems],
      });
      await nextTurn();
    }
    const settled = new Map(
      (await this.#settle(read)).map(document => [document.id, document]),
    );
    const updates = places.map((place, index): DocumentUpdate => {
      const document = fetched[index];
      const location = locationOf(place, speakers);
      if ('error' in document) {
        return { place: { ...place, location }, error: document.error };
      }
      const { objectives, problems } = settled.get(place.id)!;
      const { digest } = parsed.get(place.id)!;
      return {
        place: { ...place, location },
        read: { digest, objectives, problems },
      };
    });
    await this.#store.saveDocuments(updates, this.#now());
  }

  async #fetch(
    { folder, entityRef }: DocumentPlace,
    speakers: ReadonlyMap<string, ProjectedEntity>,
    signal: AbortSignal,
  ): Promise<FetchedDocument> {
    if (folder !== undefined) return await this.#reader.readFolder(folder);
    const speaker = speakers.get(entityRef!);
    return speaker
      ? await this.#reader.readEntity(speaker, signal)
      : { error: `There is no entity ${entityRef} in the catalog` };
  }

  async #settle(read: readonly ReadDocument[]) {
    const definitions = read.flatMap(({ declarations }) =>
      declarations.map(({ definition }) => definition),
    );
    const refs = new Set(definitions.map(({ entityRef }) => entityRef));
    for (const { entityRef } of read) if (entityRef) refs.add(entityRef);
    const entities = await this.#directory.get([...refs]);
    const missing = [...refs].filter(ref => !entities.has(ref));
    const near = new Map<string, string[]>();
    for (const ref of missing.slice(0, MOST_NEAR)) {
      near.set(ref, await this.#nearNames(ref));
    }
    const claims = await this.#store.findClaims([...refs]);
    return settleClaims(read, { entities, claims, near });
  }
}

function locationOf(
  { folder, entityRef }: DocumentPlace,
  speakers: ReadonlyMap<string, ProjectedEntity>,
): string {
  if (folder !== undefined) return folder;
  const speaker = speakers.get(entityRef!);
  const addresses = speaker ? addressesOf(speaker.entity) : [];
  return `${entityRef}: ${addresses.join(', ')}`;
}

async function inParallel<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results = new Array<R>(items.length);
  const rest = items.entries();
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (const [index, item] of rest) results[index] = await work(item);
    }),
  );
  return results;
}
