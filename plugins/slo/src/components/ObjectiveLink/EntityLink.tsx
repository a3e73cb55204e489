import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { ReactNode } from 'react';
import { refName } from '../../lib/refName';

interface EntityLinkProps {
  entityRef: string;
  /** A tab of its page: `/readiness`. The overview where absent. */
  tab?: string;
  /** The name of the entity where absent. */
  children?: ReactNode;
}

/** The name of an entity, or what is said of it, leading to its page. */
export const EntityLink = ({
  entityRef,
  tab = '',
  children,
}: EntityLinkProps) => {
  const route = useRouteRef(entityRouteRef);
  const page = route(entityRouteParams(entityRef, { encodeParams: true }));
  return <Link to={`${page}${tab}`}>{children ?? refName(entityRef)}</Link>;
};
