import { CatalogProjection, whereOneOf } from '@maestro-conductor/backend-kit';
import { ANNOTATION_SLO } from '@maestro-conductor/plugin-slo-common';
import { Knex } from 'knex';
import { DocumentMark } from '../domain/dueDocuments';
import { Claim } from '../domain/settleClaims';
import { DocumentRow, ObjectiveRow, toKeptDocument } from './documentRows';
import {
  DocumentUpdate,
  KeptDocument,
  KeptObjective,
  ObjectiveStore,
} from './ObjectiveStore';
import { listDocuments } from './operations/listDocuments';
import { forgetDocuments, saveDocuments } from './operations/saveDocuments';
import { orNothing, toDate } from './rows';

/** As the projection keeps it: in lower case. */
const SEARCH_KEY = `metadata.annotations.${ANNOTATION_SLO}`;

/** @see ObjectiveStore */
export class KnexObjectiveStore implements ObjectiveStore {
  readonly #knex: Knex;
  readonly #projection: CatalogProjection;

  constructor(options: { knex: Knex; projection: CatalogProjection }) {
    this.#knex = options.knex;
    this.#projection = options.projection;
  }

  async annotatedEntities(): Promise<{ entityRef: string; etag: string }[]> {
    const { entities, search } = this.#projection.tables;
    const rows: { entity_ref: string; etag: string }[] = await this.#knex({
      e: entities,
    })
      .whereNull('e.deleted_at')
      .whereIn('e.entity_ref', found =>
        found
          .select('s.entity_ref')
          .from({ s: search })
          .where('s.key', SEARCH_KEY),
      )
      .orderBy('e.entity_ref')
      .select('e.entity_ref', 'e.etag');
    return rows.map(({ entity_ref: entityRef, etag }) => ({ entityRef, etag }));
  }

  async documentMarks(): Promise<DocumentMark[]> {
    const rows: DocumentRow[] = await this.#knex('documents').select(
      'id',
      'entity_etag',
      'problems',
      'read_at',
    );
    return rows.map(row => ({
      id: row.id,
      entityEtag: orNothing(row.entity_etag),
      readAt: toDate(row.read_at),
      waiting: row.problems.includes('"unknown-entity"'),
    }));
  }

  async findClaims(entityRefs: readonly string[]): Promise<Map<string, Claim>> {
    const rows: Pick<ObjectiveRow, 'id' | 'document' | 'definition'>[] =
      await whereOneOf(
        this.#knex,
        this.#knex('objectives').whereNull('removed_at'),
        'entity_ref',
        entityRefs,
      ).select('id', 'document', 'definition');
    return new Map(
      rows.map(({ id, document, definition }) => [
        id,
        { document, at: JSON.parse(definition).at },
      ]),
    );
  }

  async saveDocuments(updates: readonly DocumentUpdate[], now: Date) {
    await this.#knex.transaction(tx => saveDocuments(tx, updates, now));
  }

  async forgetDocuments(ids: readonly string[], now: Date) {
    await this.#knex.transaction(tx => forgetDocuments(tx, ids, now));
  }

  async listDocuments(request: {
    problems?: boolean;
    limit: number;
    cursor?: string;
  }): Promise<{ items: KeptDocument[]; nextCursor?: string }> {
    return await listDocuments(this.#knex, request);
  }

  async getObjective(id: string): Promise<KeptObjective | undefined> {
    const row: ObjectiveRow | undefined = await this.#knex('objectives')
      .where({ id })
      .whereNull('removed_at')
      .first();
    const document: DocumentRow | undefined =
      row &&
      (await this.#knex('documents').where({ id: row.document }).first());
    // Removed in between.
    if (!row || !document) return undefined;
    return {
      id: row.id,
      tenant: row.tenant,
      definition: JSON.parse(row.definition),
      queries: JSON.parse(row.queries),
      document: toKeptDocument(document),
    };
  }
}
