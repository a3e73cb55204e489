import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { createService } from './server.ts';

const service = createService();
let url: string;

before(async () => {
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
});

after(() => service.close());

test('says that it is well', async () => {
  const response = await fetch(`${url}/health`);
  assert.equal(response.status, 200);
  assert.deepEqual(await response.json(), { status: 'ok' });
});

test('knows no other route', async () => {
  const response = await fetch(`${url}/elsewhere`);
  assert.equal(response.status, 404);
});
