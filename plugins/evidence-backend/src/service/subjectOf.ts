import {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { isServicePrincipal } from '@maestro-conductor/backend-kit';

/**
 * Under which name somebody's push is kept: the user's entity ref, or the subject of the service.
 *
 * @throws NotAllowedError for whoever is neither.
 */
export function subjectOf(credentials: BackstageCredentials): string {
  if (isServicePrincipal(credentials)) {
    return credentials.principal.subject;
  }
  const principal = credentials.principal as
    | Partial<BackstageUserPrincipal>
    | undefined;
  if (principal?.type === 'user' && principal.userEntityRef) {
    return principal.userEntityRef;
  }
  throw new NotAllowedError(
    'Evidence is kept under the name of a user or a service; sign in or send a token.',
  );
}
