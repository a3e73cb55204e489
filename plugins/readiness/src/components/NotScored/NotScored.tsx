import { Empty, isNotFound, Load } from '@maestro-conductor/ui';

/** Whether the answer was that there is nothing to score. */
export function showsNotScored(load: Load<unknown>): boolean {
  return load.error !== undefined && isNotFound(load.error);
}

/** The entity is in no scorecard. */
export const NotScored = () => (
  <Empty
    title="This entity is not scored"
    nextStep="Either no scorecard's filter matches it, or it is new to the catalog: then look again in a minute."
  />
);
