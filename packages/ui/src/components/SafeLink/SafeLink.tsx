import { Link } from '@backstage/core-components';
import { ReactNode } from 'react';
import { isWebUrl } from './isWebUrl';

/** @public */
export interface SafeLinkProps {
  /** An address from outside. */
  href: string | undefined;
  children: ReactNode;
}

/** A link to an address that someone else wrote: a link only where it is http or https, plain text otherwise. @public */
export const SafeLink = ({ href, children }: SafeLinkProps) =>
  isWebUrl(href) ? <Link to={href}>{children}</Link> : <span>{children}</span>;
