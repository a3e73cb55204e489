import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { chunked } from '../lib/chunked';
import { insertInChunks } from '../lib/insertInChunks';
import { toRow } from './entityRows';
import { EntityProjection, projectEntity } from './projectEntity';
import { ProjectionTables } from './tables';

/**
 * Stands for the etag of an entity that was projected before the watcher announced it. The catalog's etags are hashes.
 *
 * @internal
 */
export const PROVISIONAL_ETAG = 'provisional';

/** Entities written at once; their search rows are several times as many. */
const CHUNK = 200;

/**
 * Adds or replaces entities with their search rows, owners and group edges. Entities are locked in the order of their
 * refs, so that two writers never wait for each other in a circle; of two entities with one ref the last counts.
 *
 * @internal
 */
export async function writeEntities(
  tx: Knex.Transaction,
  tables: ProjectionTables,
  entities: Entity[],
  options?: { provisional?: boolean },
): Promise<void> {
  const projections = new Map<string, EntityProjection>();
  for (const projection of entities.map(projectEntity)) {
    if (options?.provisional) {
      projection.projected.etag = PROVISIONAL_ETAG;
    }
    projections.set(projection.projected.entityRef, projection);
  }
  const ordered = [...projections.keys()].sort();
  for (const refs of chunked(ordered, CHUNK)) {
    const chunk = refs.flatMap(ref => projections.get(ref) ?? []);
    // First: the rows' locks also guard the delete and insert below.
    await tx(tables.entities)
      .insert(chunk.map(({ projected }) => toRow(projected)))
      .onConflict('entity_ref')
      .merge();
    await tx(tables.search).whereIn('entity_ref', refs).delete();
    await tx(tables.owners).whereIn('entity_ref', refs).delete();
    await tx(tables.groupParents).whereIn('source_ref', refs).delete();
    await insertInChunks(tx, tables.search, chunk.flatMap(toSearchRows));
    await insertInChunks(tx, tables.owners, chunk.flatMap(toOwnerRows));
    await insertInChunks(
      tx,
      tables.groupParents,
      chunk.flatMap(toGroupParentRows),
    );
  }
}

function toSearchRows({ projected, search }: EntityProjection) {
  return search.map(row => ({
    entity_ref: projected.entityRef,
    key: row.key,
    value: row.value,
  }));
}

function toOwnerRows({ projected, ownerRefs }: EntityProjection) {
  return ownerRefs.map(ownerRef => ({
    entity_ref: projected.entityRef,
    owner_ref: ownerRef,
  }));
}

function toGroupParentRows({ projected, groupEdges }: EntityProjection) {
  return groupEdges.map(edge => ({
    child_ref: edge.childRef,
    parent_ref: edge.parentRef,
    source_ref: projected.entityRef,
  }));
}
