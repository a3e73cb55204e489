import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import fs from 'node:fs/promises';
import path from 'node:path';

/** Larger than any description that a person reads; keeps a mistaken reference from filling the catalog. */
const MAX_BYTES = 2 * 1024 * 1024;

/**
 * Reads `spec.definition: { $text: ./openapi.yaml }` of API entities whose catalog file lies on this machine. The
 * catalog's own placeholders know web addresses only, and fail there.
 *
 * The file must lie in the folder of the catalog file or below it, also after symbolic links are followed: a catalog
 * file cannot show other files of the host.
 */
export class FileDefinitionProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'FileDefinitionProcessor';
  }

  /** Before the catalog's own placeholders (20), which would refuse the entity. */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    const reference = definitionReference(entity);
    if (location.type !== 'file' || reference === undefined) {
      return entity;
    }
    const file = resolveSafeChildPath(path.dirname(location.target), reference);
    const { size } = await fs.stat(file);
    if (size > MAX_BYTES) {
      throw new InputError(
        `spec.definition: ${reference} has ${size} bytes, at most ${MAX_BYTES} are read`,
      );
    }
    emit(processingResult.refresh(`file:${file}`));
    return {
      ...entity,
      spec: { ...entity.spec, definition: await fs.readFile(file, 'utf8') },
    };
  }
}

/** The relative path behind `$text` in an API's definition, if there is one. */
function definitionReference(entity: Entity): string | undefined {
  const definition = entity.spec?.definition;
  if (
    entity.kind !== 'API' ||
    typeof definition !== 'object' ||
    definition === null ||
    Array.isArray(definition) ||
    Object.keys(definition).length !== 1
  ) {
    return undefined;
  }
  const { $text: reference } = definition;
  return typeof reference === 'string' && !URL.canParse(reference)
    ? reference
    : undefined;
}
