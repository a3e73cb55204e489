import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { HttpEvidenceService } from './HttpEvidenceService';

const options = { credentials: mockCredentials.service('plugin:readiness') };

describe('HttpEvidenceService', () => {
  let server: Server;
  let service: HttpEvidenceService;
  let answer: { status: number; body: unknown };
  let asked: { method?: string; url?: string; auth?: string; body: string };

  beforeEach(async () => {
    server = createServer(async (req, res) => {
      const { method, url } = req;
      const auth = req.headers.authorization;
      asked = { method, url, auth, body: await textOf(req) };
      res.writeHead(answer.status, { 'content-type': 'application/json' });
      res.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = server.address() as AddressInfo;
    service = new HttpEvidenceService({
      auth: mockServices.auth({ pluginId: 'readiness' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
    });
  });

  afterEach(async () => {
    await new Promise(resolve => {
      server.close(resolve);
      server.closeAllConnections();
    });
  });

  it('asks for latest facts with a token for the evidence plugin', async () => {
    answer = { status: 200, body: { items: [{ name: 'test.total' }] } };
    const request = {
      entityRefs: ['component:default/gateway'],
      environment: 'production',
    };
    expect(await service.getLatestFacts(request, options)).toEqual([
      { name: 'test.total' },
    ]);
    expect(asked).toMatchObject({
      method: 'POST',
      url: '/api/evidence/v1/facts/latest',
      body: JSON.stringify(request),
    });
    expect(asked.auth).toContain('"target":"evidence"');
  });

  it('asks for the facts of many entities in the compact form', async () => {
    const origin = ['abc', 'main', 'then', null, 'evidence:tests', 'id'];
    const item = (environment: string, ...facts: unknown[][]) => ({
      tenant: 'default',
      entityRef: 'component:default/gateway',
      environment,
      sheet: { origins: [origin], facts },
    });
    answer = {
      status: 200,
      body: {
        version: 1,
        items: [
          item('', ['test.total', 'number', 1, null, 0]),
          item('production', ['test.total', 'number', 2, 'count', 0]),
          item('', ['test.other', 'number', 3, null, 0]),
          item('staging', ['test.failed', 'number', 4, null, 0]),
        ],
      },
    };
    const request = {
      entityRefs: ['component:default/gateway', 'component:default/ledger'],
      environment: 'production',
      names: ['test.total', 'test.failed'],
    };
    expect(await service.getLatestFacts(request, options)).toEqual([
      {
        tenant: 'default',
        entityRef: 'component:default/gateway',
        environment: 'production',
        name: 'test.total',
        type: 'number',
        value: 2,
        unit: 'count',
        commit: 'abc',
        ref: 'main',
        defaultBranch: true,
        observedAt: 'then',
        source: 'evidence:tests',
        recordId: 'id',
      },
    ]);
    expect(asked.url).toBe('/api/evidence/v1/facts/sheets');

    answer.body = { version: 2, items: [] };
    await expect(service.getLatestFacts(request, options)).rejects.toThrow(
      'of another version',
    );
  });

  it('asks for a history with every name', async () => {
    answer = { status: 200, body: { items: [] } };
    await service.getFactHistory(
      {
        entityRef: 'component:default/gateway',
        environment: '',
        names: ['test.total', 'slo.adherence'],
        from: '2026-01-01T00:00:00Z',
        to: '2026-02-01T00:00:00Z',
      },
      options,
    );
    expect(asked.url).toBe(
      '/api/evidence/v1/facts/history?entity=component%3Adefault%2Fgateway&environment=&from=2026-01-01T00%3A00%3A00Z&to=2026-02-01T00%3A00%3A00Z&name=test.total&name=slo.adherence',
    );
  });

  it('puts facts, and gives back what became of them', async () => {
    answer = { status: 200, body: { written: 1, unchanged: 0, rejected: [] } };
    const request = {
      facts: [
        {
          entityRef: 'component:default/gateway',
          environment: 'production',
          name: 'readiness.score',
          type: 'number' as const,
          value: 0.9,
          observedAt: '2026-03-01T00:00:00.000Z',
        },
      ],
    };
    expect(await service.putFacts(request, options)).toEqual(answer.body);
    expect(asked).toMatchObject({
      method: 'POST',
      url: '/api/evidence/v1/facts',
      body: JSON.stringify(request),
    });
  });

  it('reads the feed, and tells 410 from other refusals', async () => {
    answer = { status: 200, body: { items: [], next: 7, oldest: 1 } };
    expect(
      await service.getChanges({ after: 7, limit: 10 }, options),
    ).toMatchObject({ next: 7 });
    expect(asked.url).toBe('/api/evidence/v1/changes?after=7&limit=10');

    const refusal = (statusCode: number, name: string) => ({
      status: statusCode,
      body: {
        error: { name, message: 'take a snapshot' },
        response: { statusCode },
      },
    });
    answer = refusal(410, 'ChangesGoneError');
    await expect(service.getChanges({ after: 0 }, options)).rejects.toThrow(
      expect.objectContaining({
        name: 'ChangesGoneError',
        message: 'take a snapshot',
      }),
    );
    answer = refusal(403, 'NotAllowedError');
    await expect(
      service.getChanges({ after: 0 }, options),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 403 });
  });
});

async function textOf(req: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of req) {
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}
