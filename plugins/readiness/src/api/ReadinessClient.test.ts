import { ReadinessClient } from './ReadinessClient';

function client(answer: Partial<Response> = {}) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => ({
    ok: true,
    json: async () => ({ items: [] }),
    ...answer,
  }));
  const readiness = new ReadinessClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { readiness, url: () => fetch.mock.calls[0][0] };
}

const entityRef = 'component:default/gateway';
const encoded = 'component%3Adefault%2Fgateway';

describe('ReadinessClient', () => {
  it.each<[string, (c: ReadinessClient) => Promise<unknown>, string]>([
    [
      'a score',
      c => c.getScore({ entityRef, environment: 'staging' }),
      `/v1/scores/by-entity?entity=${encoded}&environment=staging`,
    ],
    [
      'a history',
      c => c.getHistory({ entityRef, days: 90 }),
      `/v1/scores/history?entity=${encoded}&days=90`,
    ],
    [
      'decisions',
      c => c.getDecisions({ entityRef, limit: 1 }),
      `/v1/gate/decisions?entity=${encoded}&limit=1`,
    ],
    [
      'scores',
      c =>
        c.getScores({ owner: 'group:default/a', search: 'x&y', sort: 'score' }),
      '/v1/scores?owner=group%3Adefault%2Fa&search=x%26y&sort=score',
    ],
    [
      'teams',
      c => c.getTeams({ sort: 'tree', cursor: 'c' }),
      '/v1/teams?sort=tree&cursor=c',
    ],
    ['the summary', c => c.getSummary({}), '/v1/summary'],
    ['the scorecards', c => c.getScorecards(), '/v1/scorecards'],
  ])('asks for %s', async (_, call, path) => {
    const { readiness, url } = client();
    await call(readiness);
    expect(url()).toBe(`http://portal/api/readiness${path}`);
  });

  it('passes on what the server refused', async () => {
    const { readiness } = client({
      ok: false,
      status: 403,
      statusText: 'Forbidden',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () =>
        JSON.stringify({
          error: { name: 'NotAllowedError', message: 'not yours' },
          response: { statusCode: 403 },
        }),
    });
    await expect(readiness.getScore({ entityRef })).rejects.toMatchObject({
      statusCode: 403,
      cause: { message: 'not yours' },
    });
  });
});
