import { SloClient } from './SloClient';

function client(answer: Partial<Response> = {}) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => ({
    ok: true,
    json: async () => ({ items: [] }),
    ...answer,
  }));
  const slo = new SloClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { slo, url: () => fetch.mock.calls[0][0] };
}

describe('SloClient', () => {
  it.each<[string, (c: SloClient) => Promise<unknown>, string]>([
    [
      'a board',
      c =>
        c.getObjectives({
          owners: ['group:default/a', 'group:default/b'],
          statuses: ['breached', 'warning'],
          burning: true,
          windows: ['30d'],
          text: 'x&y',
          sort: 'budget',
          order: 'asc',
          limit: 25,
          cursor: 'c',
        }),
      '/v1/objectives?owner=group%3Adefault%2Fa&owner=group%3Adefault%2Fb&status=breached&status=warning&window=30d&burning=true&text=x%26y&sort=budget&order=asc&limit=25&cursor=c',
    ],
    [
      'the objectives of an entity',
      c => c.getObjectives({ entityRefs: ['component:default/gateway'] }),
      '/v1/objectives?entityRef=component%3Adefault%2Fgateway',
    ],
    [
      'an objective',
      c => c.getObjective('../secrets'),
      '/v1/objectives/..%2Fsecrets',
    ],
    [
      'a chart',
      c => c.getSeries({ id: '0123456789abcdef', points: 200 }),
      '/v1/objectives/0123456789abcdef/series?points=200',
    ],
    [
      'teams',
      c => c.getTeams({ text: 'edge', limit: 100 }),
      '/v1/teams?text=edge&limit=100',
    ],
  ])('asks for %s', async (_, call, path) => {
    const { slo, url } = client();
    await call(slo);
    expect(url()).toBe(`http://portal/api/slo${path}`);
  });

  it('passes on what the server refused', async () => {
    const { slo } = client({
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
    await expect(slo.getObjectives({})).rejects.toMatchObject({
      statusCode: 403,
      cause: { message: 'not yours' },
    });
  });
});
