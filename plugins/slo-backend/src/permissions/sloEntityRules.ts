import { createEntityRules } from '@maestro-conductor/backend-kit';
import { RESOURCE_TYPE_SLO_ENTITY } from '@maestro-conductor/plugin-slo-common';

/** Rules and conditions on entities, by the names that the catalog has for its own. */
export const sloEntityRules = createEntityRules<'slo'>(
  RESOURCE_TYPE_SLO_ENTITY,
);
