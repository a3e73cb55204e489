import {
  BackstageCredentials,
  BackstageServicePrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Whether the caller is a service: another plugin, or an external one such as CI.
 *
 * @public
 */
export function isServicePrincipal(
  credentials: BackstageCredentials,
): credentials is BackstageCredentials<BackstageServicePrincipal> {
  return (
    (credentials.principal as Partial<BackstageServicePrincipal> | undefined)
      ?.type === 'service'
  );
}
