import { renderErrorPage, renderPeoplePage } from './pages.mjs';

const MAX_FORM_BYTES = 4096;
const PATH = /^\/interaction\/[\w-]+$/;

/**
 * Answers the requests for the page that asks who signs in.
 *
 * @param {object} options
 * @param {import('oidc-provider').default} options.provider
 * @param {Map<string, import('./people.mjs').Person>} options.people
 * @param {string} options.redirectUri   Of the portal; the only foreign place that the form may lead to.
 * @returns {(req: import('node:http').IncomingMessage, res: import('node:http').ServerResponse) => Promise<boolean>}
 *   false where the request is for something else
 */
export function createInteractionHandler({ provider, people, redirectUri }) {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; form-action 'self' ${
    new URL(redirectUri).origin
  }; frame-ancestors 'none'; base-uri 'none'`;

  function send(res, status, html) {
    res.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    res.end(html);
  }

  return async (req, res) => {
    if (!PATH.test(req.url)) return false;
    try {
      const interaction = await provider.interactionDetails(req, res);
      if (req.method !== 'POST') {
        send(res, 200, renderPeoplePage(people.values()));
        return true;
      }
      const result = toResult(await readForm(req), people);
      if (result.login) await forgetOtherPerson(provider, interaction, result);
      await provider.interactionFinished(req, res, result);
    } catch (error) {
      const status = error.status ?? error.statusCode ?? 500;
      send(res, status, renderErrorPage({ error_description: error.message }));
    }
    return true;
  };
}

function toResult(form, people) {
  if (form.has('cancel')) {
    return {
      error: 'access_denied',
      error_description: 'Sign-in was cancelled',
    };
  }
  const ref = form.get('person');
  if (!people.has(ref)) {
    throw Object.assign(
      new Error('This is none of the sample people: choose one from the list.'),
      { status: 400 },
    );
  }
  return { login: { accountId: ref } };
}

// The session of whoever signed in before ends here; the library would show a page of its own to do that.
async function forgetOtherPerson(provider, interaction, { login }) {
  const { session } = interaction;
  if (!session || session.accountId === login.accountId) return;
  const known = await provider.Session.findByUid(session.uid);
  if (known) await known.destroy();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

async function readForm(req) {
  let body = '';
  for await (const chunk of req.setEncoding('utf8')) {
    body += chunk;
    if (body.length > MAX_FORM_BYTES) {
      throw Object.assign(new Error('The form is too large.'), { status: 413 });
    }
  }
  return new URLSearchParams(body);
}
