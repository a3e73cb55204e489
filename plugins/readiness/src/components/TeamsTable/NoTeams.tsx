import { Empty } from '@maestro-conductor/ui';

/** No group owns anything that is scored. */
export const NoTeams = () => (
  <Empty
    title="No team owns a service"
    nextStep="Set spec.owner of your components to a group of the catalog."
  />
);
