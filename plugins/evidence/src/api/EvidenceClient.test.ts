import { EvidenceClient } from './EvidenceClient';

function client(answer: Partial<Response>) {
  const fetch = jest.fn(async (_url: string, _init?: RequestInit) => ({
    ok: true,
    ...answer,
  }));
  const evidence = new EvidenceClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
  });
  return { evidence, fetch, url: () => fetch.mock.calls[0][0] };
}

describe('EvidenceClient', () => {
  it('leaves out what is not asked for and escapes the rest', async () => {
    const { evidence, url } = client({
      json: async () => ({ items: [], totalItems: 0 }),
    });
    await evidence.getRecords({
      entityRef: 'component:default/gateway',
      kinds: ['tests', 'load'],
      environments: [''],
      branches: ['refs/heads/idea+1'],
      search: undefined,
      cursor: 'a&b',
      limit: 25,
    });
    expect(url()).toBe(
      'http://portal/api/evidence/v1/records?kind=tests&kind=load&environment=&branch=refs%2Fheads%2Fidea%2B1&limit=25&cursor=a%26b&entity=component%3Adefault%2Fgateway',
    );
  });

  it('asks what there is to filter by', async () => {
    const { evidence, url } = client({ json: async () => ({ kinds: [] }) });
    await evidence.getRecordFacets('component:default/gateway');
    expect(url()).toBe(
      'http://portal/api/evidence/v1/records/facets?entity=component%3Adefault%2Fgateway',
    );
  });

  it('keeps an id from reaching other paths', async () => {
    const { evidence, url } = client({ json: async () => ({ facts: [] }) });
    await evidence.getRecord('../facts');
    expect(url()).toBe('http://portal/api/evidence/v1/records/..%2Ffacts');
  });

  it('asks for the facts of an environment', async () => {
    const { evidence, url } = client({ json: async () => ({ items: [] }) });
    await evidence.getFacts({ entityRef: 'gateway', environment: 'staging' });
    expect(url()).toBe(
      'http://portal/api/evidence/v1/facts?entity=gateway&environment=staging',
    );
  });

  it('asks for bytes to save as an attachment', async () => {
    const blob = new Blob(['x']);
    const { evidence, url } = client({ blob: async () => blob });
    await expect(evidence.downloadContent('r1')).resolves.toBe(blob);
    expect(url()).toBe(
      'http://portal/api/evidence/v1/records/r1/content?disposition=attachment',
    );
  });

  it('passes on what the server refused', async () => {
    const { evidence } = client({
      ok: false,
      status: 404,
      statusText: 'Not Found',
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () =>
        JSON.stringify({
          error: { name: 'NotFoundError', message: 'no such record' },
          response: { statusCode: 404 },
        }),
    });
    await expect(evidence.getRecord('r1')).rejects.toMatchObject({
      statusCode: 404,
      cause: { message: 'no such record' },
    });
  });
});
