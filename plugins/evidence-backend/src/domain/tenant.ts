import { ItemError } from '@maestro-conductor/plugin-evidence-common';
import { itemError } from './itemError';

/** The tenant is a property of the entity; a sent one may confirm it, never choose it. */
export function checkTenant(options: {
  sent: string | undefined;
  ofEntity: string;
}): ItemError | undefined {
  const { sent, ofEntity } = options;
  if (sent === undefined || sent === ofEntity) {
    return undefined;
  }
  return itemError(
    'InvalidField',
    'tenant',
    `tenant: '${sent}' is not the tenant of this entity. It is derived from the entity's annotation maestro-conductor.dev/tenant; leave the field out.`,
  );
}
