import { createEntityRules } from '@maestro-conductor/backend-kit';
import { RESOURCE_TYPE_READINESS_ENTITY } from '@maestro-conductor/plugin-readiness-common';

/** Rules and conditions on scored entities, by the names that the catalog has for its own. */
export const readinessEntityRules = createEntityRules<'readiness'>(
  RESOURCE_TYPE_READINESS_ENTITY,
);
