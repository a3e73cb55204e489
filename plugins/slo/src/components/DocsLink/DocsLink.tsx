import { Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/core-plugin-api';

interface DocsLinkProps {
  /** Below where the documentation is: `how-to/define-objectives`. */
  page: string;
  children: string;
}

/** Leads to the documentation; nothing where the portal does not say where that is. */
export const DocsLink = ({ page, children }: DocsLinkProps) => {
  const base = useApi(configApiRef).getOptionalString('slo.docsUrl');
  return base ? <Link to={`${base}/${page}`}>{children}</Link> : null;
};
