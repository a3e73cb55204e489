import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SERVER = join(__dirname, 'server.mjs');
const SECRET = 'a-secret-of-this-test';
const REDIRECT_URI = 'http://localhost:7007/api/auth/oidc/handler/frame';
const BASIC = `Basic ${Buffer.from(`maestro-conductor:${SECRET}`).toString(
  'base64',
)}`;

let issuer: string;
let data: string;
let server: ChildProcess;

beforeAll(async () => {
  const port = await freePort();
  issuer = `http://127.0.0.1:${port}`;
  data = await mkdtemp(join(tmpdir(), 'sample-identity-'));
  server = await start(port);
}, 30_000);

afterAll(async () => {
  await stop();
  await rm(data, { recursive: true });
});

async function start(port: number): Promise<ChildProcess> {
  const child = spawn(
    process.execPath,
    [SERVER, '--port', `${port}`, '--issuer', issuer, '--data', data],
    {
      env: { PATH: process.env.PATH, SAMPLE_IDENTITY_CLIENT_SECRET: SECRET },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await once(child.stdout!, 'data');
  return child;
}

async function stop() {
  const exited = once(server, 'exit');
  server.kill('SIGTERM');
  await exited;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  return port;
}

/** A browser without scripts: keeps cookies, follows nothing by itself. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async open(url: string, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: {
        cookie: [...this.cookies].map(pair => pair.join('=')).join('; '),
      },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      if (value) this.cookies.set(name, value);
      else this.cookies.delete(name);
    }
    return response;
  }

  /** Goes to the page that asks who signs in. */
  async askToSignIn(prompt?: string) {
    const query = new URLSearchParams({
      client_id: 'maestro-conductor',
      redirect_uri: REDIRECT_URI,
      response_type: 'code',
      scope: 'openid profile email offline_access',
      state: 'state-1',
      nonce: 'nonce-1',
      ...(prompt && { prompt }),
    });
    const response = await this.open(`${issuer}/auth?${query}`);
    return new URL(response.headers.get('location')!, issuer);
  }

  /** Answers the page, and comes back to the portal. */
  async choose(page: URL, form: Record<string, string>): Promise<URL> {
    const answered = await this.open(page.href, form);
    const resumed = await this.open(
      new URL(answered.headers.get('location')!, issuer).href,
    );
    return new URL(resumed.headers.get('location')!, issuer);
  }
}

async function token(parameters: Record<string, string>) {
  const response = await fetch(`${issuer}/token`, {
    method: 'POST',
    headers: { authorization: BASIC },
    body: new URLSearchParams(parameters),
  });
  return { status: response.status, body: await response.json() };
}

function codeGrant(back: URL) {
  return token({
    grant_type: 'authorization_code',
    code: back.searchParams.get('code')!,
    redirect_uri: REDIRECT_URI,
  });
}

function claimsOf(idToken: string) {
  return JSON.parse(
    Buffer.from(idToken.split('.')[1], 'base64url').toString('utf8'),
  );
}

describe('sample identity provider', () => {
  it('lists all people as buttons, says that it is for local use, and lets no script in', async () => {
    const browser = new Browser();
    const response = await browser.open((await browser.askToSignIn()).href);
    const html = await response.text();

    expect(response.status).toBe(200);
    expect(html.match(/<button name="person"/g)).toHaveLength(7);
    expect(html).toContain('Edda Engineer');
    expect(html).toContain('Sample people for local use');
    expect(html).not.toContain('<script');
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    );
  });

  it('signs a person in, refreshes the session over a restart, and lets the next person in on the same browser', async () => {
    const browser = new Browser();
    const back = await browser.choose(await browser.askToSignIn(), {
      person: 'user:default/edda.engineer',
    });
    expect(back.href.startsWith(REDIRECT_URI)).toBe(true);
    expect(back.searchParams.get('state')).toBe('state-1');

    const first = await codeGrant(back);
    expect(first.status).toBe(200);
    expect(claimsOf(first.body.id_token)).toMatchObject({
      iss: issuer,
      aud: 'maestro-conductor',
      nonce: 'nonce-1',
      sub: 'user:default/edda.engineer',
      preferred_username: 'edda.engineer',
      name: 'Edda Engineer',
    });

    const userinfo = await fetch(`${issuer}/me`, {
      headers: { authorization: `Bearer ${first.body.access_token}` },
    });
    expect(await userinfo.json()).toEqual({
      sub: 'user:default/edda.engineer',
      preferred_username: 'edda.engineer',
      name: 'Edda Engineer',
      email: 'edda.engineer@intelgraph.example',
      email_verified: true,
    });

    await stop();
    server = await start(Number(new URL(issuer).port));
    const refreshed = await token({
      grant_type: 'refresh_token',
      refresh_token: first.body.refresh_token,
    });
    expect(refreshed.status).toBe(200);
    expect(claimsOf(refreshed.body.id_token).sub).toBe(
      'user:default/edda.engineer',
    );

    const page = await browser.askToSignIn();
    expect(page.pathname).toMatch(/^\/interaction\//);
    const second = await codeGrant(
      await browser.choose(page, { person: 'user:default/adam.admin' }),
    );
    expect(claimsOf(second.body.id_token).sub).toBe('user:default/adam.admin');
  }, 30_000);

  it('tells the portal when sign-in was cancelled', async () => {
    const browser = new Browser();
    const back = await browser.choose(await browser.askToSignIn(), {
      cancel: 'yes',
    });
    expect(back.searchParams.get('error')).toBe('access_denied');
  });

  it('answers prompt=none with login_required: someone has to choose', async () => {
    const back = await new Browser().askToSignIn('none');
    expect(back.searchParams.get('error')).toBe('login_required');
  });

  it('refuses a person who is not on the list, and a page that belongs to nobody', async () => {
    const browser = new Browser();
    const page = await browser.askToSignIn();
    const stranger = await browser.open(page.href, {
      person: 'user:default/stranger',
    });
    expect(stranger.status).toBe(400);
    expect(await stranger.text()).toContain('none of the sample people');

    const unknown = await new Browser().open(`${issuer}/interaction/unknown`);
    expect(unknown.status).toBe(400);
  });

  it('does not hand out tokens for a wrong secret or another redirect address', async () => {
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from('maestro-conductor:x').toString(
          'base64',
        )}`,
      },
      body: new URLSearchParams({
        grant_type: 'refresh_token',
        refresh_token: 'x',
      }),
    });
    expect(response.status).toBe(401);

    const elsewhere = await fetch(
      `${issuer}/auth?client_id=maestro-conductor&response_type=code&scope=openid&redirect_uri=https://elsewhere.example/`,
      { redirect: 'manual' },
    );
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain('redirect_uri');
  });

  it.each([
    {
      why: 'NODE_ENV is production',
      env: { NODE_ENV: 'production', SAMPLE_IDENTITY_CLIENT_SECRET: SECRET },
      says: '--allow-sample-users',
    },
    {
      why: 'there is no secret',
      env: {},
      says: 'SAMPLE_IDENTITY_CLIENT_SECRET is not set',
    },
  ])('does not start when $why', async ({ env, says }) => {
    const child = spawn(process.execPath, [SERVER], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let errors = '';
    child.stderr.on('data', chunk => (errors += chunk));
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(errors).toContain(says);
  });
});
