import { stringifyEntityRef } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { entityContentRouteRef } from '../../routes';
import { ObjectivesCard } from './ObjectivesCard';

/** On the overview of a service. */
export const ServiceCard = () => {
  const { entity } = useEntity();
  const tab = useRouteRef(entityContentRouteRef);
  return (
    <ObjectivesCard
      scope={{ entityRefs: [stringifyEntityRef(entity)] }}
      who="This service"
      to={tab()}
      hideEntity
    />
  );
};
