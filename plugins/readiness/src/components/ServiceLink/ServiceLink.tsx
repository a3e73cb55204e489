import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { CHANGES_ANCHOR, READINESS_TAB_PATH } from '../../routes';

interface ServiceLinkProps {
  entityRef: string;
  /** Display name. */
  title: string;
  /** The portal's default where absent. */
  environment?: string;
  /** Leads to what changed in the last 7 days. */
  changes?: boolean;
  /** For assistive technology, where the title does not say where it leads. */
  label?: string;
}

/** The name of a service, or what the title says of it, leading to its readiness tab. */
export const ServiceLink = (props: ServiceLinkProps) => {
  const { entityRef, title, environment, changes = false, label } = props;
  const route = useRouteRef(entityRouteRef);
  const page = route(entityRouteParams(entityRef, { encodeParams: true }));
  const params = new URLSearchParams({
    ...(environment && { environment }),
    ...(changes && { since: '7d' }),
  });
  const search = params.size > 0 ? `?${params}` : '';
  const hash = changes ? `#${CHANGES_ANCHOR}` : '';
  return (
    <Link
      to={`${page}${READINESS_TAB_PATH}${search}${hash}`}
      aria-label={label}
    >
      {title}
    </Link>
  );
};
