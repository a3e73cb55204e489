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
        c.getScores({
          owner: ['group:default/a', 'group:default/b'],
          search: 'x&y',
          sort: 'score',
        }),
      '/v1/scores?owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb&search=x%26y&sort=score',
    ],
    [
      'facets',
      c => c.getFacets({ verdict: ['stale'], dimension: 'slo' }),
      '/v1/scores/facets?verdict=stale&dimension=slo',
    ],
    [
      'changes',
      c => c.getChanges({ entityRef, since: '2020-03-01T00:00:00Z' }),
      `/v1/scores/changes?entity=${encoded}&since=2020-03-01T00%3A00%3A00Z`,
    ],
    [
      'one team',
      c => c.getTeam({ groupRef: 'group:default/a', environment: 'staging' }),
      '/v1/teams/by-group?group=group%3Adefault%2Fa&environment=staging',
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

  it('hands on a file under the name that the server gives it', async () => {
    const blob = new Blob(['entity,score']);
    const { readiness, url } = client({
      headers: new Headers({
        'content-disposition':
          'attachment; filename="readiness-staging-2020-03-08.csv"',
      }),
      blob: async () => blob,
    });
    expect(await readiness.getScoresFile({ level: ['gold', 'none'] })).toEqual({
      blob,
      fileName: 'readiness-staging-2020-03-08.csv',
    });
    expect(url()).toBe(
      'http://portal/api/readiness/v1/scores/csv?level=gold&level=none',
    );
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
