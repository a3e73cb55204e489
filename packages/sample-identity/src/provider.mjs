import Provider, { interactionPolicy } from 'oidc-provider';
import { renderErrorPage } from './pages.mjs';
import { createAdapter } from './stateStore.mjs';

const HOUR = 60 * 60;
const DAY = 24 * HOUR;
const SCOPES = 'openid profile email offline_access';

/**
 * An OpenID provider with one client, the portal, and the given people.
 *
 * @param {object} options
 * @param {import('./settings.mjs').Settings} options.settings
 * @param {Map<string, import('./people.mjs').Person>} options.people
 * @param {{ jwks: { keys: object[] }, cookieKeys: string[] }} options.keys
 * @param {import('./stateStore.mjs').StateStore} options.store
 * @returns {Provider}
 */
export function createProvider({ settings, people, keys, store }) {
  return new Provider(settings.issuer, {
    adapter: createAdapter(store),
    clients: [
      {
        client_id: settings.clientId,
        client_secret: settings.clientSecret,
        redirect_uris: [settings.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    jwks: keys.jwks,
    cookies: { keys: keys.cookieKeys },
    responseTypes: ['code'],
    scopes: SCOPES.split(' '),
    claims: {
      openid: ['sub'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    // Puts the claims into the ID token too, where sign-in resolvers may look for them.
    conformIdTokenClaims: false,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      revocation: { enabled: true },
    },
    interactions: {
      url: (_ctx, interaction) => `/interaction/${interaction.uid}`,
      policy: alwaysAskWho(),
    },
    findAccount: (_ctx, ref) => toAccount(people.get(ref)),
    loadExistingGrant: grantEverythingToThePortal,
    // The portal cannot always send prompt=consent, without which the scope offline_access is dropped from the request.
    issueRefreshToken: (_ctx, client) =>
      client.grantTypeAllowed('refresh_token'),
    expiresWithSession: () => false,
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = renderErrorPage(out);
    },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      IdToken: HOUR,
      Interaction: HOUR,
      Session: DAY,
      Grant: 14 * DAY,
      RefreshToken: 14 * DAY,
    },
  });
}

// Without it, who signed out of the portal would be signed in again as the same person, with no way to choose another.
function alwaysAskWho() {
  const { Check, base } = interactionPolicy;
  const policy = base();
  policy
    .get('login')
    .checks.add(
      new Check(
        'person_not_chosen',
        'a person has to be chosen',
        'login_required',
        ctx =>
          ctx.oidc.result?.login
            ? Check.NO_NEED_TO_PROMPT
            : Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

async function grantEverythingToThePortal(ctx) {
  const grant = new ctx.oidc.provider.Grant({
    clientId: ctx.oidc.client.clientId,
    accountId: ctx.oidc.session.accountId,
  });
  grant.addOIDCScope(SCOPES);
  await grant.save();
  return grant;
}

function toAccount(person) {
  if (!person) return undefined;
  return {
    accountId: person.ref,
    claims: () => ({
      sub: person.ref,
      name: person.name,
      preferred_username: person.userName,
      email: person.email,
      email_verified: true,
    }),
  };
}
