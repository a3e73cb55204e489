import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, request } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PushRecordsRequest } from '../service/types';
import { uploadRoute } from './uploadRoute';
import PromiseRouter from 'express-promise-router';
import { PushTraffic } from '../service/PushTraffic';

const MIB = 1024 * 1024;

// Tens of megabytes each, on machines that do other things besides.
jest.setTimeout(60_000);

describe('uploadRoute', () => {
  let directory: string;
  let port: number;
  let stop: () => Promise<void>;
  let pushed: Array<Record<string, number>>;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'upload-test-'));
    pushed = [];
    const manager = {
      assertMayPush: async () => {},
      pushRecords: async ({ files }: PushRecordsRequest) => {
        const sizes: Record<string, number> = {};
        for (const [name, file] of files) {
          sizes[name] = (await file.read()).length;
        }
        pushed.push(sizes);
        return { items: [] };
      },
    };
    const app = express();
    const router = PromiseRouter();
    router.post(
      '/v1/records',
      uploadRoute({
        manager: manager as never,
        traffic: new PushTraffic(),
        httpAuth: mockServices.httpAuth({
          defaultCredentials: mockCredentials.service('external:ci-sample'),
        }),
        auditor: mockServices.auditor.mock({
          createEvent: async () => ({
            success: async () => {},
            fail: async () => {},
          }),
        }),
        directory,
      }),
    );
    app.use(router);
    app.use(mockErrorHandler());
    const server = createServer(app);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    port = (server.address() as AddressInfo).port;
    // Of this test: one that takes too long must not clear away what is the next one's.
    const ownDirectory = directory;
    stop = async () => {
      await new Promise(resolve => {
        server.close(resolve);
      });
      await rm(ownDirectory, { recursive: true, force: true });
    };
  });

  afterEach(() => stop());

  function form(files: Record<string, number>): FormData {
    const body = new FormData();
    body.append(
      'manifest',
      JSON.stringify(Object.keys(files).map(file => ({ file, entity: 'a' }))),
    );
    for (const [name, bytes] of Object.entries(files)) {
      body.append(name, new Blob([Buffer.alloc(bytes, 'x')]), name);
    }
    return body;
  }

  async function send(body: BodyInit): Promise<Response> {
    return fetch(`http://127.0.0.1:${port}/v1/records`, {
      method: 'POST',
      body,
    });
  }

  it('takes a file of just 50 MiB and puts nothing aside for longer than the request', async () => {
    const response = await send(form({ big: 50 * MIB, small: 3 }));
    expect(response.status).toBe(200);
    expect(pushed).toEqual([{ big: 50 * MIB, small: 3 }]);
    expect(await readdir(directory)).toEqual([]);
  });

  it('answers 413 to a file of more than 50 MiB', async () => {
    const response = await send(form({ big: 50 * MIB + 1, next: 10 }));
    expect(response.status).toBe(413);
    expect((await response.json()).error.message).toContain('50 MiB');
    expect(pushed).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  });

  it('answers 413 to more than 200 MiB in all, announced or not', async () => {
    const chunk = Buffer.alloc(MIB, 'x');
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        {
          port,
          host: '127.0.0.1',
          path: '/v1/records',
          method: 'POST',
          headers: { 'content-type': 'multipart/form-data; boundary=b' },
        },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      );
      sent.on('error', reject);
      const parts = ['a', 'b', 'c', 'd', 'e'];
      const manifest = parts.map(file => ({ file, entity: 'a' }));
      sent.write(
        `--b\r\nContent-Disposition: form-data; name="manifest"\r\n\r\n${JSON.stringify(
          manifest,
        )}\r\n`,
      );
      const write = async () => {
        for (const part of parts) {
          sent.write(
            `--b\r\nContent-Disposition: form-data; name="${part}"; filename="${part}"\r\n\r\n`,
          );
          for (let count = 0; count < 45; count += 1) {
            if (!sent.write(chunk)) {
              await new Promise(drained => {
                sent.once('drain', drained);
              });
            }
          }
          sent.write('\r\n');
        }
        sent.end('--b--\r\n');
      };
      write().catch(reject);
    });
    expect(status).toBe(413);

    const announced = await send(
      form({ a: 49 * MIB, b: 49 * MIB, c: 49 * MIB, d: 49 * MIB, e: 49 * MIB }),
    );
    expect(announced.status).toBe(413);
    expect(await readdir(directory)).toEqual([]);
  });

  it('takes the manifest as a file part too, as curl sends it with @', async () => {
    const body = new FormData();
    body.append(
      'manifest',
      new Blob([JSON.stringify([{ file: 'a', entity: 'a' }])]),
      'manifest.json',
    );
    body.append('a', new Blob(['abc']), 'a.txt');
    body.append('unnamed', new Blob(['dropped']), 'b.txt');
    expect((await send(body)).status).toBe(200);
    expect(pushed).toEqual([{ a: 3 }]);
  });

  it.each([
    ['a manifest above 1 MiB', 413, ['manifest', `["${'x'.repeat(MIB)}"]`]],
    ['a field besides the manifest', 400, ['other', 'x']],
    ['no part at all', 400, undefined],
  ])('refuses %s with %s', async (_, status, field) => {
    const body = new FormData();
    if (field) {
      body.append(field[0], field[1]);
    }
    expect((await send(body)).status).toBe(status);
    expect(await readdir(directory)).toEqual([]);
  });

  it('refuses two parts of one name', async () => {
    const twice = form({ a: 3 });
    twice.append('a', new Blob(['x']), 'a');
    expect((await send(twice)).status).toBe(400);
  });

  it('refuses a form that breaks off', async () => {
    const broken = await fetch(`http://127.0.0.1:${port}/v1/records`, {
      method: 'POST',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: '--b\r\nContent-Disposition: form-data; name="manifest"\r\n\r\n[{"file"',
    });
    expect(broken.status).toBe(400);
  });

  it('cleans up after a client that goes away', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.write(
      [
        'POST /v1/records HTTP/1.1',
        'Host: localhost',
        'Content-Type: multipart/form-data; boundary=b',
        `Content-Length: ${2 * MIB}`,
        '',
        '--b\r\nContent-Disposition: form-data; name="manifest"\r\n\r\n[{"file":"a"}]\r\n--b',
        'Content-Disposition: form-data; name="a"; filename="a"\r\n\r\n',
        'some'.repeat(MIB / 4),
      ].join('\r\n'),
    );
    await until(async () => (await readdir(directory)).length === 1);
    socket.destroy();
    await until(async () => (await readdir(directory)).length === 0);
    expect(pushed).toEqual([]);
  });
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) {
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
}
