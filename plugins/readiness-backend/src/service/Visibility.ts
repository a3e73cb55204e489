import { EntityRestriction } from '@maestro-conductor/backend-kit';

/** What the reader of lists may see. */
export interface Visibility {
  services: EntityRestriction;
  groups: EntityRestriction;
}
