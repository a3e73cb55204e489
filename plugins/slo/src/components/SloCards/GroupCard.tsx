import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { boardSearch } from '../../lib/boardFilter';
import { rootRouteRef } from '../../routes';
import { ObjectivesCard } from './ObjectivesCard';

/** On the page of a group: the objectives of what it and the groups below it own. */
export const GroupCard = () => {
  const { entity } = useEntity();
  const boards = useRouteRef(rootRouteRef);
  const owners = [stringifyEntityRef(entity)];
  return (
    <ObjectivesCard
      scope={{ owners }}
      who="This group"
      to={`${boards()}${boardSearch({ owners })}`}
    />
  );
};
