import { createEntityRules } from '@maestro-conductor/backend-kit';
import { RESOURCE_TYPE_EVIDENCE_ENTITY } from '@maestro-conductor/plugin-evidence-common';

/** Rules and conditions on the entities that evidence is about, by the names that the catalog has for its own. */
export const evidenceEntityRules = createEntityRules<'evidence'>(
  RESOURCE_TYPE_EVIDENCE_ENTITY,
);
