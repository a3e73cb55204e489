import { Entity } from '@backstage/catalog-model';
import { buildSearchRows } from './buildSearchRows';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'Gateway',
    uid: 'U-1',
    etag: 'e',
    annotations: { 'example.com/Slug': 'Org/Repo' },
    tags: ['Java'],
  },
  spec: {
    size: 7,
    empty: null,
    long: 'y'.repeat(201),
    nested: [{ port: 80 }, { port: 443 }],
  },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/Edge-Team' }],
};

describe('buildSearchRows', () => {
  const rows = buildSearchRows(entity);
  const valuesOf = (key: string) =>
    rows.filter(row => row.key === key).map(row => row.value);

  it.each([
    ['kind', ['component']],
    ['metadata.name', ['gateway']],
    ['metadata.namespace', ['default']],
    ['metadata.uid', ['u-1']],
    ['metadata.etag', []],
    ['metadata.annotations.example.com/slug', ['org/repo']],
    ['metadata.tags', ['java']],
    ['metadata.tags.java', ['true']],
    ['spec.size', ['7']],
    ['spec.empty', [null]],
    ['spec.long', [null]],
    ['spec.nested.port', ['80', '443']],
    ['relations.ownedby', ['group:default/edge-team']],
    ['relations', []],
  ])('%s is %j', (key, values) => {
    expect(valuesOf(key)).toEqual(values);
  });

  it('gives the same rows for an entity that went through JSON', () => {
    const sparse: Entity = {
      ...entity,
      metadata: { ...entity.metadata, title: undefined, labels: undefined },
    };
    expect(buildSearchRows(sparse)).toEqual(rows);
  });

  it('repeats no row and leaves out keys that are too long', () => {
    const odd = buildSearchRows({
      ...entity,
      spec: { list: ['a', 'A', 'a'], ['k'.repeat(300)]: 1 },
    });
    expect(odd.filter(row => row.key.startsWith('spec.'))).toEqual([
      { key: 'spec.list', value: 'a' },
      { key: 'spec.list.a', value: 'true' },
    ]);
  });
});
