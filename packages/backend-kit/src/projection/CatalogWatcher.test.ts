import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CatalogWatcher } from './CatalogWatcher';
import { PROVISIONAL_ETAG } from './writeEntities';

const component = (name: string, etag: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, etag },
});

const auth = mockServices.auth();

describe('CatalogWatcher', () => {
  it('tells what is new, changed and gone', async () => {
    const catalog = catalogServiceMock({
      entities: [
        component('new', '1'),
        component('same', '1'),
        component('changed', '2'),
        component('early', '1'),
      ],
    });
    const watcher = new CatalogWatcher({ catalog, auth });
    const known = new Map([
      ['component:default/same', '1'],
      ['component:default/changed', '1'],
      ['component:default/early', PROVISIONAL_ETAG],
      ['component:default/gone', '1'],
    ]);
    expect(await watcher.diff(known)).toEqual({
      created: ['component:default/early', 'component:default/new'],
      changed: ['component:default/changed'],
      deleted: ['component:default/gone'],
    });
    expect(await watcher.diff(new Map())).toMatchObject({
      changed: [],
      deleted: [],
    });
  });

  it('loads entities in the order asked, and leaves out those that are gone', async () => {
    const many = Array.from({ length: 450 }, (_, index) =>
      component(`service-${index}`, '1'),
    );
    const catalog = catalogServiceMock({ entities: many });
    const refs = many.map(
      ({ metadata }) => `component:default/${metadata.name}`,
    );
    const loaded = await new CatalogWatcher({ catalog, auth }).load([
      'component:default/gone',
      ...refs,
    ]);
    expect(loaded).toEqual(many);
  });

  it('rejects where the stream breaks off', async () => {
    const catalog = catalogServiceMock({ entities: [] });
    catalog.streamEntities = async function* broken() {
      yield [component('first', '1')];
      throw new Error('connection lost');
    };
    await expect(
      new CatalogWatcher({ catalog, auth }).diff(
        new Map([['component:default/second', '1']]),
      ),
    ).rejects.toThrow('connection lost');
  });

  it('does not bury what the stream passed over', async () => {
    const catalog = catalogServiceMock({ entities: [component('moved', '1')] });
    catalog.streamEntities = async function* nothing() {
      yield [];
    };
    expect(
      await new CatalogWatcher({ catalog, auth }).diff(
        new Map([['component:default/moved', '1']]),
      ),
    ).toEqual({ created: [], changed: [], deleted: [] });
  });
});
