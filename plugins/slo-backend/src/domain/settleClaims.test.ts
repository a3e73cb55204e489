import { ProjectedEntity } from '@maestro-conductor/backend-kit';
import { objective } from '../__testUtils__/objectives';
import { objectiveId } from './objectiveId';
import { ReadDocument, settleClaims } from './settleClaims';

function projected(
  name: string,
  more: Partial<ProjectedEntity> = {},
): ProjectedEntity {
  return {
    entityRef: `component:default/${name}`,
    tenant: 'default',
    kind: 'component',
    namespace: 'default',
    name,
    title: name,
    etag: '',
    entity: { apiVersion: '', kind: '', metadata: { name } },
    ...more,
  };
}

const entities = (...all: ProjectedEntity[]) =>
  new Map(all.map(one => [one.entityRef, one]));

function document(
  id: string,
  place: { file: string; line: number },
  entityRef?: string,
): ReadDocument {
  const definition = { ...objective(), at: place };
  return {
    id,
    entityRef,
    declarations: [{ definition, queries: [] }],
    problems: [],
  };
}

const A = { file: 'a.yaml', line: 1 };
const B = { file: 'b.yaml', line: 7 };
const ID = objectiveId('default', objective());

describe('settleClaims', () => {
  const gateway = projected('gateway', { ownerRef: 'group:default/edge' });
  const settle = (
    documents: ReadDocument[],
    claims = new Map(),
    known = entities(gateway),
  ) =>
    settleClaims(documents, { entities: known, claims }).map(
      ({ id, objectives, problems }) => [
        id,
        objectives.map(one => one.id),
        problems.map(({ rule, file, line }) => `${rule} ${file}:${line}`),
      ],
    );

  it('gives an objective to the first', () => {
    expect(settle([document('1', A), document('2', B)])).toEqual([
      ['1', [ID], []],
      ['2', [], ['duplicate b.yaml:7']],
    ]);
  });

  it('leaves it with whom it is, read now or not', () => {
    const claims = new Map([[ID, { document: '2', at: B }]]);
    expect(settle([document('1', A), document('2', B)], claims)).toEqual([
      ['1', [], ['duplicate a.yaml:1']],
      ['2', [ID], []],
    ]);
    expect(settle([document('1', A)], claims)).toEqual([
      ['1', [], ['duplicate a.yaml:1']],
    ]);
  });

  it('gives it on where it is not declared any more', () => {
    const claims = new Map([[ID, { document: '2', at: B }]]);
    const empty = { ...document('2', B), declarations: [] };
    expect(settle([document('1', A), empty], claims)).toEqual([
      ['1', [ID], []],
      ['2', [], []],
    ]);
  });

  it('does not call the same place of the same file a contradiction', () => {
    expect(settle([document('1', A), document('2', A)])).toEqual([
      ['1', [ID], []],
      ['2', [], []],
    ]);
  });

  const WIKI = 'component:default/wiki';
  it.each([
    ['a stranger', { ownerRef: 'group:default/others' }, false],
    ['one without an owner', {}, false],
    ['one of the same owner', { ownerRef: 'group:default/edge' }, true],
    ['one of no projection', undefined, false],
  ])('lets %s declare objectives of gateway: %s', (_, more, may) => {
    const wiki = more && projected('wiki', more);
    const known = entities(gateway, ...(wiki ? [wiki] : []));
    const [[, ids, problems]] = settle(
      [document('1', A, WIKI)],
      new Map(),
      known,
    );
    expect(ids).toEqual(may ? [ID] : []);
    expect(problems).toEqual(may ? [] : ['foreign-entity a.yaml:1']);
  });

  it('lets the system declare objectives of its parts, and each entity its own', () => {
    const part = projected('gateway', { systemRef: 'system:default/edge' });
    const system = projected('edge', { entityRef: 'system:default/edge' });
    const known = entities(part, system);
    for (const speaker of [system, part]) {
      expect(
        settle([document('1', A, speaker.entityRef)], new Map(), known),
      ).toEqual([['1', [ID], []]]);
    }
  });

  it('makes the tenant of the entity part of the id', () => {
    const known = entities(projected('gateway', { tenant: 'other' }));
    const [{ objectives }] = settleClaims([document('1', A)], {
      entities: known,
      claims: new Map(),
    });
    expect(objectives[0].tenant).toBe('other');
    expect(objectives[0].id).not.toBe(ID);
    expect(objectives[0].id).toMatch(/^[0-9a-f]{16}$/);
  });
});
