import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { isServicePrincipal } from '@maestro-conductor/backend-kit';

const PLUGIN = /^plugin:([a-z0-9][a-z0-9-]*)$/;

/**
 * The id of the plugin that calls on its own behalf.
 *
 * @throws NotAllowedError for users, pipelines and plugins that call on behalf of a user.
 */
export function pluginOf(credentials: BackstageCredentials): string {
  const [, plugin] =
    (isServicePrincipal(credentials) &&
      PLUGIN.exec(credentials.principal.subject)) ||
    [];
  if (!plugin) {
    throw new NotAllowedError(
      'Facts without an artifact are told by plugins of the portal only. Push an artifact that holds them to /v1/records.',
    );
  }
  return plugin;
}
