import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import express, { Router } from 'express';
import request from 'supertest';
import { BodyLimit } from './readBody';
import { guardRouter } from './guardRouter';

function create(options: { body?: BodyLimit } = {}) {
  const routes = Router();
  const guarded = guardRouter(routes, {
    pluginId: 'boats',
    logger: mockServices.logger.mock(),
    ...options,
  });
  // After it was guarded, as the plugins do.
  routes.get('/v1/boats', (req, res) => res.json(req.query));
  routes.get('/v1/boats/:name', (req, res) => res.json(req.params));
  routes.post('/v1/boats', (req, res) => res.json(req.body));
  routes.get('/v1/away', (_req, _res, next) =>
    next(Object.assign(new Error('10.0.0.7'), { code: 'ECONNREFUSED' })),
  );
  const app = express();
  app.use(guarded);
  app.use(mockErrorHandler());
  return request(app);
}

const post = (body: string, limit?: BodyLimit) =>
  create({ body: limit })
    .post('/v1/boats')
    .set('content-type', 'application/json')
    .send(body);

describe('guardRouter', () => {
  it.each([
    ['/v1/boats?name=a&name=b', { name: ['a', 'b'] }],
    // The six characters \u0000, which are no U+0000.
    ['/v1/boats?name=%5Cu0000', { name: '\\u0000' }],
    ['/v1/boats/%2500', { name: '%00' }],
  ])('lets %s through', async (path, body) => {
    const answer = await create().get(path);
    expect([answer.status, answer.body]).toEqual([200, body]);
  });

  it.each([
    ['/v1/boats?name=a%00', 400, /parameter "name" .* U\+0000: remove %00/],
    ['/v1/boats?name=a&name=%00b', 400, /parameter "name" /],
    ['/v1/boats?at[%00]=a', 400, /parameter "at" /],
    ['/v1/boats?at[port]=%00', 400, /parameter "at" /],
    ['/v1/boats?%00=a', 400, /parameter "\\u0000" /],
    ['/v1/boats/a%00', 400, /path must not hold .* U\+0000: remove %00/],
    [
      '/v1/cars',
      404,
      /no GET \/v1\/cars\. .* openapi\.yaml of the boats backend/,
    ],
    ['/v1/away', 503, /Ask again in 5 seconds/],
  ])('refuses %s', async (path, status, message) => {
    const answer = await create().get(path);
    expect(answer.body.error.message).toMatch(message);
    expect(answer.status).toBe(status);
  });

  it('repeats no more than 100 characters of a path', async () => {
    const answer = await create().delete(`/v1/${'x'.repeat(1000)}`);
    expect(answer.body.error.message).toMatch(/^There is no DELETE \S{100}\. /);
  });

  it('leaves OPTIONS, and what is not under /v1/, to others', async () => {
    const others = await create().get('/.well-known/boats');
    expect([others.status, others.body]).toEqual([404, {}]);
    expect((await create().options('/v1/cars')).body).toEqual({});
  });

  it('hands bodies on up to the limit', async () => {
    const body = JSON.stringify({ name: 'Ente' });
    const limit = { maxBytes: body.length, advice: 'Name fewer' };
    expect((await post(body, limit)).body).toEqual({ name: 'Ente' });
    const larger = await post(`${body} `, limit);
    expect(larger.status).toBe(400);
    expect(larger.body.error.message).toBe(
      'The body must be at most 15 bytes. Name fewer',
    );
  });

  it.each([
    ['no JSON', '{"name":', /must be a JSON object, and is not: /],
    [
      'more than 100 KiB, where nothing else is told',
      `"${'x'.repeat(102_400)}"`,
      /at most 102400 bytes\. Send less/,
    ],
  ])('refuses a body with %s', async (_, body, message) => {
    const answer = await post(body);
    expect(answer.body.error.message).toMatch(message);
    expect(answer.status).toBe(400);
  });
});
