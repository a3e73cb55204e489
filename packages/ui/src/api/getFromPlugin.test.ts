import { getFromPlugin } from './getFromPlugin';

describe('getFromPlugin', () => {
  const discoveryApi = {
    getBaseUrl: async (pluginId: string) =>
      `http://portal.example/api/${pluginId}`,
  };

  it('asks the plugin’s address, and leaves out what has no value', async () => {
    const fetch = jest.fn(async () => new Response('{}'));
    const { signal } = new AbortController();
    await getFromPlugin(
      { discoveryApi, fetchApi: { fetch } },
      {
        pluginId: 'evidence',
        path: '/v1/records',
        query: {
          entity: 'a b',
          limit: 0,
          kind: undefined,
          cursor: '',
          tag: ['go', '', 'c&d'],
          level: [],
        },
        signal,
      },
    );
    expect(fetch).toHaveBeenCalledWith(
      'http://portal.example/api/evidence/v1/records?entity=a+b&limit=0&tag=go&tag=c%26d',
      { signal },
    );
  });

  it('throws what the backend said where it refuses', async () => {
    const body = {
      error: { name: 'NotAllowedError', message: 'not yours' },
      response: { statusCode: 403 },
    };
    const fetch = async () =>
      new Response(JSON.stringify(body), {
        status: 403,
        headers: { 'content-type': 'application/json' },
      });
    await expect(
      getFromPlugin(
        { discoveryApi, fetchApi: { fetch } },
        { pluginId: 'evidence', path: '/v1/records' },
      ),
    ).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotAllowedError', message: 'not yours' },
    });
  });
});
