import { Link } from '@backstage/core-components';
import { useApi, useRouteRef } from '@backstage/core-plugin-api';
import { Container, Flex } from '@backstage/ui';
import { Empty, isNotFound, LoadView, useLoad } from '@maestro-conductor/ui';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { sloApiRef } from '../../api';
import { rootRouteRef } from '../../routes';
import { ObjectiveView } from './ObjectiveView';

/** One objective: how it fares, why, and what to do; then every number with where it comes from. */
export const ObjectivePage = () => {
  const { id = '' } = useParams();
  const api = useApi(sloApiRef);
  const boards = useRouteRef(rootRouteRef);
  const detail = useLoad(
    useCallback(signal => api.getObjective(id, signal), [api, id]),
  );
  return (
    <Container role="main">
      <Flex direction="column" gap="4" pb="6">
        {detail.error && isNotFound(detail.error) ? (
          <Empty
            title="There is no such objective"
            nextStep={
              <>
                Its document may have gone, or named it anew.{' '}
                <b>
                  <Link to={`${boards()}?view=board`}>See all objectives</Link>
                </b>
              </>
            }
          />
        ) : (
          <LoadView load={detail} what="the objective" lines={8}>
            {value => <ObjectiveView detail={value} />}
          </LoadView>
        )}
      </Flex>
    </Container>
  );
};
