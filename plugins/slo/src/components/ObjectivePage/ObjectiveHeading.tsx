import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { Text } from '@backstage/ui';
import { Objective } from '@maestro-conductor/plugin-slo-common';
import { formatShare, tokens } from '@maestro-conductor/ui';
import { boardSearch } from '../../lib/boardFilter';
import { groupTitle } from '../../lib/groupTitle';
import { windowText } from '../../lib/windowText';
import { rootRouteRef } from '../../routes';
import { EntityLink } from '../ObjectiveLink';

/** What the objective is called, about and asks for. */
export const ObjectiveHeading = ({ objective }: { objective: Objective }) => {
  const { title, entityRef, environment, target, window } = objective;
  const { ownerRef, description } = objective;
  const boards = useRouteRef(rootRouteRef);
  return (
    <div>
      <Text as="p" variant="body-small">
        {ownerRef ? (
          <Link to={`${boards()}${boardSearch({ owners: [ownerRef] })}`}>
            SLOs of {groupTitle(ownerRef)}
          </Link>
        ) : (
          <Link to={`${boards()}?view=board`}>SLOs of all teams</Link>
        )}
      </Text>
      <Text as="h2" variant="title-medium" weight="bold">
        {title}
      </Text>
      <Text as="p" style={{ color: tokens.muted }}>
        <b>
          <EntityLink entityRef={entityRef} />
        </b>{' '}
        · {environment} · {formatShare(target)} in {windowText(window)}
      </Text>
      {description && <Text as="p">{description}</Text>}
    </div>
  );
};
