import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { objectiveRouteRef } from '../../routes';

interface ObjectiveLinkProps {
  id: string;
  title: string;
}

/** The name of an objective, leading to its page. */
export const ObjectiveLink = ({ id, title }: ObjectiveLinkProps) => {
  const route = useRouteRef(objectiveRouteRef);
  return <Link to={route({ id })}>{title}</Link>;
};
