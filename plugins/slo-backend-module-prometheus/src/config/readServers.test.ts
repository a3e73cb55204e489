import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readServers } from './readServers';

const read = (...servers: JsonObject[]) =>
  readServers(new ConfigReader({ slo: { prometheus: { servers } } }));
const url = 'https://prometheus.example.org';

describe('readServers', () => {
  it('has none where none is configured', () => {
    expect(readServers(new ConfigReader({}))).toEqual([]);
  });

  it('has a documented default for all but name and address', () => {
    expect(read({ name: 'main', url: `${url}/prom/` })).toEqual([
      {
        name: 'main',
        url: `${url}/prom`,
        headers: {},
        scrapeInterval: 60_000,
        delay: 30_000,
        timeout: 20_000,
        concurrency: 4,
      },
    ]);
  });

  it('takes authentication, headers, certificates and times', () => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conductor-ca-'));
    const caFile = path.join(folder, 'ca.pem');
    fs.writeFileSync(caFile, 'PEM');
    const more = {
      headers: { 'X-Scope-OrgID': 'one' },
      caFile,
      scrapeInterval: { seconds: 15 },
      delay: '1m',
      timeout: { seconds: 5 },
      concurrency: 8,
    };
    const [bearer, basic] = read(
      { name: 'a', url, auth: { bearerToken: 'token' }, ...more },
      { name: 'b', url, auth: { username: 'u', password: 'p' } },
    );
    expect(bearer).toEqual({
      name: 'a',
      url,
      headers: { 'x-scope-orgid': 'one', authorization: 'Bearer token' },
      ca: 'PEM',
      scrapeInterval: 15_000,
      delay: 60_000,
      timeout: 5_000,
      concurrency: 8,
    });
    expect(basic.headers.authorization).toBe('Basic dTpw');
    fs.rmSync(folder, { recursive: true });
  });

  it.each([
    [{ url: 'ftp://x' }, 'servers[0].url must be an address with http'],
    [{ url: 'nowhere' }, 'servers[0].url must be an address with http'],
    [{ url: 'http://u:p@x' }, 'write credentials into auth'],
    [{ url: `${url}?a=b` }, 'neither user, password, query nor fragment'],
    [{ concurrency: 0 }, 'servers[0].concurrency must be a whole number'],
    [{ timeout: { hours: 2 } }, 'servers[0].timeout must be above 0'],
    [{ auth: { username: 'u' } }, 'needs both username and password'],
    [{ auth: { bearerToken: 't', username: 'u', password: 'p' } }, 'either'],
    [{ caFile: '/nowhere/ca.pem' }, '/nowhere/ca.pem cannot be read'],
  ])('refuses %j', (more, says) => {
    expect(() => read({ name: 'main', url, ...more })).toThrow(says);
  });

  it('refuses a name that is there twice', () => {
    expect(() => read({ name: 'a', url }, { name: 'a', url })).toThrow(
      'two are called a',
    );
  });
});
