import {
  createMockDirectory,
  mockServices,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { EntityDirectory } from '@maestro-conductor/backend-kit';
import { SampleSource } from '@maestro-conductor/plugin-slo-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createBoards, entity } from '../../__testUtils__/createBoards';
import { sloDocument } from '../../__testUtils__/documents';
import { NOW } from '../../__testUtils__/objectives';
import { createDocumentKeeper } from './createDocumentKeeper';

jest.setTimeout(60_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_15'] });
const directory = createMockDirectory();

const SLO = 'maestro-conductor.dev/slo';
const LOCATION = 'backstage.io/managed-by-location';
const REPOSITORY = 'https://github.com/sample/gateway';

const prometheus: SampleSource = {
  type: 'prometheus',
  check: () => ({
    queries: [{ role: 'total', source: 'prometheus', text: 'total' }],
  }),
  read: async () => new Map(),
};

async function create(id: TestDatabaseId, folders: string[] = []) {
  const world = await createBoards(databases, id);
  const { knex, objectives, projection } = world;
  const clock = { now: NOW };
  /** What addresses answer. */
  const web = new Map<string, string | Error>();
  const fetched: string[] = [];
  const urlReader = mockServices.urlReader.mock({
    readUrl: async (url, options) => {
      fetched.push(url);
      const answer = web.get(url) ?? new NotFoundError(`${url} is not there`);
      if (answer instanceof Error) throw answer;
      if (options?.etag === answer) throw new NotModifiedError();
      return { buffer: async () => Buffer.from(answer), etag: answer };
    },
    readTree: async url => ({
      etag: '',
      files: async () =>
        [...web].flatMap(([address, text]) =>
          address.startsWith(url) && typeof text === 'string'
            ? [
                {
                  path: address.slice(url.length + 1),
                  content: async () => Buffer.from(text),
                },
              ]
            : [],
        ),
      archive: async () => {
        throw new Error('not asked for');
      },
      dir: async () => {
        throw new Error('not asked for');
      },
    }),
  });
  const start = () =>
    createDocumentKeeper({
      config: new ConfigReader({
        catalog: {
          locations: [
            { type: 'file', target: `${directory.path}/catalog/*/all.yaml` },
          ],
        },
      }),
      folders,
      sources: [prometheus],
      urlReader,
      objectives,
      directory: new EntityDirectory({
        knex,
        projection,
        catalog: catalogServiceMock(),
        auth: mockServices.auth(),
      }),
      nearNames: ref => projection.nearNames(knex, ref),
      now: () => clock.now,
    });
  const keeper = start();
  const refresh = async (minutes = 5) => {
    clock.now = new Date(clock.now.getTime() + minutes * 60_000);
    return await keeper.refresh(new AbortController().signal);
  };
  const declared = async () =>
    (await knex('objectives').whereNull('removed_at').orderBy('slo')).map(
      row => `${row.slo} of ${row.entity_ref.split('/')[1]}`,
    );
  const documents = async () =>
    (await objectives.listDocuments({ limit: 50 })).items;
  const problems = async () =>
    (await documents()).flatMap(document =>
      document.problems.map(({ rule, message }) => `${rule}: ${message}`),
    );
  return {
    ...world,
    clock,
    web,
    fetched,
    start,
    refresh,
    declared,
    documents,
    problems,
  };
}

describe.each(databases.eachSupportedId())('DocumentKeeper, %s', id => {
  beforeEach(() => directory.clear());

  const folder = () => directory.resolve('slo');

  it('keeps what a folder declares as it changes, vanishes and comes back', async () => {
    directory.setContent({
      slo: {
        'a.yaml': sloDocument({ name: 'reads' }),
        deep: { 'b.yml': sloDocument({ name: 'writes' }) },
        'notes.txt': 'no document',
      },
    });
    const world = await create(id, [folder()]);
    const { knex, put, refresh, declared, problems } = world;
    await put(entity('Component', 'gateway', { owner: 'edge' }));
    expect(await refresh()).toBe(1);
    expect(await declared()).toEqual(['reads of gateway', 'writes of gateway']);
    expect(await problems()).toEqual([]);
    const [before] = await knex('objectives').where({ slo: 'reads' });
    expect(before.document).toHaveLength(64);

    // Not due yet.
    expect(await refresh(4)).toBe(0);

    directory.addContent({ 'slo/a.yaml': sloDocument({ target: 0.5 }) });
    await refresh();
    const [changed] = await knex('objectives').where({ slo: 'reads' });
    expect(changed.id).toBe(before.id);
    expect(JSON.parse(changed.definition).rule.target).toBe(0.5);
    expect(changed.digest).not.toBe(before.digest);

    directory.setContent({ slo: { 'a.yaml': sloDocument() } });
    await refresh();
    expect(await declared()).toEqual(['reads of gateway']);
    const [removed] = await knex('objectives').where({ slo: 'writes' });
    expect(removed.removed_at).not.toBeNull();

    directory.addContent({ 'slo/c.yaml': sloDocument({ name: 'writes' }) });
    await refresh();
    const [back] = await knex('objectives').where({ slo: 'writes' });
    expect(back).toMatchObject({ id: removed.id, removed_at: null });
  });

  it('keeps the last good objectives of what cannot be read, with the error', async () => {
    directory.setContent({ slo: { 'a.yaml': sloDocument() } });
    const world = await create(id, [folder()]);
    await world.put(entity('Component', 'gateway'));
    await world.refresh();
    const [{ goodAt }] = await world.documents();

    directory.setContent({});
    await world.refresh();
    expect(await world.declared()).toEqual(['reads of gateway']);
    const [failed] = await world.documents();
    expect(failed.error).toMatch(/There is no file or folder .*slo$/);
    expect(failed.goodAt).toEqual(goodAt);
    expect(failed.readAt).toEqual(world.clock.now);

    directory.setContent({ slo: { 'a.yaml': 'apiVersion: openslo/v2' } });
    await world.refresh();
    expect(await world.declared()).toEqual([]);
    const [read] = await world.documents();
    expect(read.error).toBeUndefined();
    expect(read.problems).not.toEqual([]);
  });

  it('forgets folders that are not configured any more', async () => {
    directory.setContent({ slo: { 'a.yaml': sloDocument() } });
    const world = await create(id, [folder()]);
    await world.refresh();
    const other = await world.knex('documents').first();
    await world.knex('documents').insert({ ...other, id: 'f'.repeat(64) });
    await world.knex('objectives').update({ document: 'f'.repeat(64) });
    expect(await world.refresh(1)).toBe(1);
    expect(await world.documents()).toHaveLength(1);
    // The folder that is left declares it as well.
    expect(await world.declared()).toEqual(['reads of gateway']);
  });

  it('reads what an entity names, by address and relative to its descriptor', async () => {
    const world = await create(id);
    const { web, put, refresh, declared, fetched } = world;
    web.set('https://slo.example.com/one.yaml', sloDocument({ name: 'one' }));
    web.set(
      `${REPOSITORY}/tree/main/slo/two.yaml`,
      sloDocument({ name: 'two' }),
    );
    // What is relative to an address of GitHub is resolved so, also files.
    const three = `${REPOSITORY}/tree/main/three.yaml`;
    web.set(three, sloDocument({ name: 'three' }));
    const gateway = (text: string, etag: string) =>
      entity('Component', 'gateway', {
        etag,
        annotations: {
          [SLO]: text,
          [LOCATION]: `url:${REPOSITORY}/blob/main/catalog-info.yaml`,
        },
      });
    await put(
      gateway('https://slo.example.com/one.yaml, ./slo, three.yaml', '1'),
    );
    expect(await refresh()).toBe(1);
    expect(await declared()).toEqual([
      'one of gateway',
      'three of gateway',
      'two of gateway',
    ]);

    // At once after the entity changed, and not before.
    expect(await refresh(1)).toBe(0);
    await put(gateway('three.yaml', '2'));
    fetched.length = 0;
    expect(await refresh(1)).toBe(1);
    expect(await declared()).toEqual(['three of gateway']);
    expect(fetched).toEqual([three]);

    // An outage keeps it; that it is gone removes it.
    web.set(three, new Error('https://me:secret@github.com timed out'));
    await refresh();
    expect(await declared()).toEqual(['three of gateway']);
    const [failed] = await world.documents();
    expect(failed.error).toBe('https://github.com timed out');
    web.delete(three);
    await refresh();
    expect(await declared()).toEqual([]);
    expect((await world.problems())[0]).toMatch(/^not-found: .*three\.yaml/);

    await put(entity('Component', 'gateway', { etag: '3' }));
    expect(await refresh(1)).toBe(0);
    expect(await world.documents()).toEqual([]);
  });

  it('reads files of entities only from where the configuration lets it', async () => {
    directory.setContent({
      'catalog/gateway/slo.yaml': sloDocument(),
      'elsewhere/slo.yaml': sloDocument({ name: 'secret' }),
    });
    const world = await create(id);
    const gateway = (text: string, etag: string) =>
      entity('Component', 'gateway', {
        etag,
        annotations: {
          [SLO]: text,
          [LOCATION]: `file:${directory.resolve('catalog/gateway/all.yaml')}`,
        },
      });
    await world.put(gateway('slo.yaml', '1'));
    await world.refresh();
    expect(await world.declared()).toEqual(['reads of gateway']);
    for (const outside of ['../../elsewhere', '/etc', '../../../nowhere']) {
      await world.put(gateway(outside, outside));
      await world.refresh();
      const [{ error }] = await world.documents();
      expect(error).toMatch(/below none of the folders of slo\.folders/);
    }
    await world.put(gateway('ftp://slo.example.com/a.yaml', '2'));
    await world.refresh();
    expect((await world.documents())[0].error).toMatch(
      /write an https address/,
    );
  });

  it('leaves an objective with the document that has it, and tells the other', async () => {
    directory.setContent({
      one: { 'a.yaml': sloDocument() },
      two: { 'b.yaml': sloDocument({ target: 0.5 }) },
    });
    const world = await create(id, [
      directory.resolve('one'),
      directory.resolve('two'),
    ]);
    const { knex, put, refresh, problems } = world;
    await put(entity('Component', 'gateway'));
    const target = async () => {
      const row = await knex('objectives').whereNull('removed_at').first();
      return JSON.parse(row.definition).rule.target;
    };
    await refresh();
    expect(await target()).toBe(0.99);
    expect(await problems()).toEqual([
      expect.stringMatching(
        /^duplicate: reads: .* is declared in .*one\/a\.yaml:16 already/,
      ),
    ]);
    directory.setContent({
      one: {},
      two: { 'b.yaml': sloDocument({ target: 0.5 }) },
    });
    await refresh();
    expect(await target()).toBe(0.5);
    expect(await problems()).toEqual([]);
    // Now the second has it, and keeps it.
    directory.addContent({ 'one/a.yaml': sloDocument() });
    await refresh();
    expect(await target()).toBe(0.5);
    expect(await problems()).toHaveLength(1);
  });

  it('says what is wrong with entities and sources, and gives the queries', async () => {
    directory.setContent({
      slo: {
        'a.yaml': sloDocument({ entity: 'gatway' }),
        'b.yaml': sloDocument({ name: 'typo', source: 'promethus' }),
        'c.yaml': sloDocument({ name: 'real', source: 'prometheus' }),
      },
    });
    const world = await create(id, [folder()]);
    await world.put(entity('Component', 'gateway'));
    await world.refresh();
    expect((await world.problems()).sort()).toEqual([
      'source: typo: no source of type promethus is installed, so there is no data; did you mean prometheus?',
      'unknown-entity: reads: there is no entity component:default/gatway in the catalog, so no board shows the objective; did you mean component:default/gateway?',
    ]);
    expect(await world.declared()).toHaveLength(3);
    const [real] = await world.knex('objectives').where({ slo: 'real' });
    expect(JSON.parse(real.queries)).toEqual([
      { role: 'total', source: 'prometheus', text: 'total' },
    ]);
    // It waits for the entity.
    await world.put(entity('Component', 'gatway'));
    expect(await world.refresh(1)).toBe(1);
    expect(await world.problems()).toHaveLength(1);
  });

  it('writes nothing where nothing changed, also after a start', async () => {
    directory.setContent({ slo: { 'a.yaml': sloDocument() } });
    const world = await create(id, [folder()]);
    await world.refresh();
    const written: string[] = [];
    world.knex.on('query', ({ sql }) => {
      if (/^(insert|update).*"?objectives/.test(sql)) written.push(sql);
    });
    await world.refresh();
    world.clock.now = new Date(world.clock.now.getTime() + 300_000);
    expect(await world.start().refresh(new AbortController().signal)).toBe(1);
    expect(written).toEqual([]);
  });
});
