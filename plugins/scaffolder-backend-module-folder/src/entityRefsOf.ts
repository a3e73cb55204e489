import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { parseAllDocuments } from 'yaml';

/**
 * The references of the entities in a `catalog-info.yaml`, in its order: at least one.
 *
 * @throws InputError where there is no such file, it is no YAML, or a document in it has no kind and name
 */
export function entityRefsOf(file: Buffer | undefined): string[] {
  if (!file) {
    throw new InputError(
      'The files hold no catalog-info.yaml at their root; without it there is nothing to register',
    );
  }
  const documents = parseAllDocuments(file.toString('utf8'));
  const refs = [...documents].map(document => {
    if (document.errors.length > 0) {
      throw new InputError(
        `catalog-info.yaml is no valid YAML: ${document.errors[0].message}`,
      );
    }
    return refOf(document.toJS({ maxAliasCount: 10 }));
  });
  if (refs.length === 0) {
    throw new InputError('catalog-info.yaml holds no entity');
  }
  return refs;
}

function refOf(entity: Partial<Entity> | null): string {
  const name = entity?.metadata?.name;
  const kind = entity?.kind;
  if (typeof kind !== 'string' || typeof name !== 'string') {
    throw new InputError(
      'Each document of catalog-info.yaml needs a kind and a metadata.name',
    );
  }
  return stringifyEntityRef({
    kind,
    namespace: entity?.metadata?.namespace,
    name,
  });
}
