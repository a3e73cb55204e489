import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import searchPlugin from '@backstage/plugin-search-backend';
import { Readable } from 'node:stream';
import request from 'supertest';
import searchModule from '.';

interface Page {
  title: string;
  text: string;
  location: string;
}

/** A portal whose docs are read when the test says so. */
async function start() {
  const pages: Page[] = [];
  let broken = false;
  let read: () => Promise<unknown> = () => Promise.reject(new Error('early'));
  const docs = createBackendModule({
    pluginId: 'search',
    moduleId: 'sample-docs',
    register(env) {
      env.registerInit({
        deps: { indexes: searchIndexRegistryExtensionPoint },
        async init({ indexes }) {
          indexes.addCollator({
            schedule: {
              async run({ fn }) {
                read = async () => fn(new AbortController().signal);
              },
            },
            factory: {
              type: 'techdocs',
              async getCollator() {
                return Readable.from(
                  (function* rows() {
                    yield* pages;
                    if (broken) throw new Error('the docs are away');
                  })(),
                );
              },
            },
          });
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      searchPlugin,
      searchModule,
      docs,
      mockServices.rootConfig.factory({ data: {} }),
    ],
  });
  return {
    pages,
    read: () => read(),
    breaks: (state: boolean) => {
      broken = state;
    },
    search: (term: string) =>
      request(server)
        .get('/api/search/query')
        .query({ term, types: ['techdocs'] }),
  };
}

describe('search without documents', () => {
  it('says that it is not ready, then that there is nothing, then what there is', async () => {
    const { pages, read, breaks, search } = await start();

    const early = await search('gateway');
    expect(early.status).toBe(503);
    expect(early.body.error.message).toMatch(/Try again in a minute/);

    breaks(true);
    await expect(read()).rejects.toThrow('the docs are away');
    // What could not be read is not taken for nothing.
    expect((await search('gateway')).status).toBe(503);

    breaks(false);
    await read();
    const empty = await search('gateway');
    expect(empty.status).toBe(200);
    expect(empty.body.results).toEqual([]);

    pages.push({
      title: 'Gateway',
      text: 'How to run it',
      location: '/docs/a',
    });
    await read();
    const { body } = await search('gateway');
    expect(body.results).toMatchObject([{ document: { title: 'Gateway' } }]);

    // Nothing at once may be a fault of the reading: the last good index stays.
    pages.length = 0;
    await read();
    expect((await search('gateway')).body.results).toHaveLength(1);
  });
});
