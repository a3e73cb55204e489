import { stringifyEntityRef } from '@backstage/catalog-model';
import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { Empty, isNotFound, LoadView, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { readinessApiRef } from '../../api';
import { ownerSearch } from '../../lib/ownerSearch';
import { rootRouteRef } from '../../routes';
import { GroupScore } from './GroupScore';
import { WeakestServices } from './WeakestServices';

const NothingOwned = () => (
  <Empty
    title="This group owns no service that is scored"
    nextStep="Set spec.owner of a component to this group, or to a group below it."
  />
);

/** On the page of a group: how ready its services are, and which to look at first. */
export const GroupCard = () => {
  const { entity } = useEntity();
  const groupRef = stringifyEntityRef(entity);
  const api = useApi(readinessApiRef);
  const page = useRouteRef(rootRouteRef);
  const team = useLoad(
    useCallback(signal => api.getTeam({ groupRef }, signal), [api, groupRef]),
  );
  return (
    <EntityInfoCard
      title="Production readiness"
      footerActions={
        <Link to={`${page()}${ownerSearch('', groupRef)}`}>
          All services of this group
        </Link>
      }
    >
      {team.error && isNotFound(team.error) ? (
        <NothingOwned />
      ) : (
        <LoadView load={team} what="the readiness of the group" lines={5}>
          {value =>
            value.services === 0 ? (
              <NothingOwned />
            ) : (
              <Flex direction="column" gap="4">
                <GroupScore team={value} />
                <div>
                  <Text as="h3" variant="body-large" weight="bold">
                    Weakest services
                  </Text>
                  <WeakestServices groupRef={groupRef} />
                </div>
              </Flex>
            )
          }
        </LoadView>
      )}
    </EntityInfoCard>
  );
};
