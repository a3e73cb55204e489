import { ItemError } from '@maestro-conductor/plugin-evidence-common';
import { itemError } from './itemError';

/** Said alike of an entity that does not exist and of one that the caller may not see. */
export function unknownEntity(
  entityRef: string,
  nearNames: readonly string[],
): ItemError {
  const hint = nearNames.length
    ? `Did you mean ${nearNames.join(' or ')}?`
    : 'Register it in the catalog first.';
  return itemError(
    'UnknownEntity',
    'entity',
    `entity: ${entityRef} is not in the catalog. ${hint}`,
  );
}
