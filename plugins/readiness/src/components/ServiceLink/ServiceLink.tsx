import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { READINESS_TAB_PATH } from '../../routes';

interface ServiceLinkProps {
  entityRef: string;
  /** Display name. */
  title: string;
  /** The portal's default where absent. */
  environment?: string;
}

/** The name of a service, leading to its readiness tab. */
export const ServiceLink = (props: ServiceLinkProps) => {
  const { entityRef, title, environment } = props;
  const route = useRouteRef(entityRouteRef);
  const page = route(entityRouteParams(entityRef, { encodeParams: true }));
  const search = environment ? `?${new URLSearchParams({ environment })}` : '';
  return <Link to={`${page}${READINESS_TAB_PATH}${search}`}>{title}</Link>;
};
