import {
  BoardSummary,
  TeamBoardItem,
} from '@maestro-conductor/plugin-slo-common';
import { boardOptions, checkEntityRefs, checkLimit } from './boardOptions';
import { dueDocuments, entityPlace, folderPlace } from './dueDocuments';
import { documentTargets } from './documentTargets';
import { pageTeams } from './pageTeams';
import { seriesRange } from './seriesRange';

const NOW = new Date('2026-11-20T12:00:00Z');
const MINUTE = NOW.getTime() / 60_000;

function team(
  groupRef: string | null,
  { burning = 0, breached = 0 } = {},
): TeamBoardItem {
  const summary: BoardSummary = {
    total: 1,
    byStatus: {
      breached,
      warning: 0,
      ok: 0,
      'insufficient-data': 0,
      'no-traffic': 0,
    },
    burning,
    pending: 0,
  };
  return { groupRef, title: groupRef ?? 'No owner', summary };
}

describe('pageTeams', () => {
  const teams = [
    team(null, { burning: 9 }),
    team('b'),
    team('a'),
    team('used-up', { breached: 1 }),
    team('burning', { burning: 1 }),
  ];

  it('puts what burns first and what nobody owns last, page by page', () => {
    const refs: (string | null)[] = [];
    let cursor: string | undefined;
    do {
      const page = pageTeams(teams, { limit: 2, cursor });
      refs.push(...page.items.map(({ groupRef }) => groupRef));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(refs).toEqual(['burning', 'used-up', 'a', 'b', null]);
  });

  it('finds by title or ref, in any case, and refuses a cursor of another list', () => {
    const found = pageTeams(teams, { text: ' USED ', limit: 50 });
    expect(found.items).toHaveLength(1);
    const cursor = Buffer.from('{"id":1}').toString('base64url');
    expect(() => pageTeams(teams, { limit: 1, cursor })).toThrow(/cursor/);
  });
});

describe('boardOptions', () => {
  it('fills in what is not said, the most important first', () => {
    expect(boardOptions({})).toMatchObject({
      ...{ sort: 'urgency', order: 'asc', limit: 50 },
    });
    expect(boardOptions({ sort: 'burn' }).order).toBe('desc');
    expect(
      boardOptions({ owners: ['Edge', 'user:Lars'] }).filter.owners,
    ).toEqual(['group:default/edge', 'user:default/lars']);
    expect(boardOptions({ text: '  ' }).filter.text).toBeUndefined();
  });

  it('names the field that is wrong', () => {
    expect(() => boardOptions({ owners: ['a b'] })).toThrow(/^owner must/);
    expect(() => checkEntityRefs([])).toThrow(/^entityRefs must name 1 to 100/);
    expect(() => checkEntityRefs(new Array(101).fill('a'))).toThrow(/101/);
    for (const limit of [0, 201, 1.5, NaN]) {
      expect(() => checkLimit(limit)).toThrow(/^limit/);
    }
  });
});

describe('seriesRange', () => {
  it('leaves to the engine what is not said', () => {
    expect(seriesRange({}, NOW)).toEqual({ points: 300 });
    expect(
      seriesRange({ from: '2026-11-20T12:00:30+01:00', points: 2 }, NOW),
    ).toEqual({ from: MINUTE - 60, points: 2 });
  });

  it.each([
    [{ points: 1 }, /^points/],
    [{ from: 'noon' }, /^from must be a time/],
    [{ to: '' }, /^to must be a time/],
    [{ from: '2020-01-01T00:00:00Z' }, /^from must be within/],
    [{ to: '2020-01-01T00:00:00Z' }, /^to must be within/],
    [{ from: '2026-11-20T12:00:00Z' }, /^from must be before/],
    [
      { from: '2026-11-20T10:00:00Z', to: '2026-11-20T10:00:00Z' },
      /^from must be before/,
    ],
  ])('refuses %j', (request, message) => {
    expect(() => seriesRange(request, NOW)).toThrow(message);
  });
});

describe('dueDocuments', () => {
  const folder = folderPlace('slo');
  const gateway = entityPlace({ entityRef: 'component:default/g', etag: '1' });
  const mark = (minutes: number, more = {}) => ({
    id: gateway.id,
    entityEtag: '1',
    readAt: new Date(NOW.getTime() - minutes * 60_000),
    waiting: false,
    ...more,
  });

  it.each([
    ['never read', [], true],
    ['read five minutes ago', [mark(5)], true],
    ['read before that', [mark(4.9)], false],
    ['of an entity that changed', [mark(0, { entityEtag: '0' })], true],
    ['that waits for an entity', [mark(1, { waiting: true })], true],
  ])('a document %s', (_, marks, due) => {
    expect(dueDocuments([gateway], marks, NOW)).toEqual(due ? [gateway] : []);
  });

  it('reads folders in their order', () => {
    const other = folderPlace('other');
    expect(dueDocuments([other, folder], [], NOW)).toEqual([other, folder]);
  });
});

describe('documentTargets', () => {
  const targets = (slo: string, location?: string) =>
    documentTargets(
      {
        apiVersion: 'v1',
        kind: 'Component',
        metadata: {
          name: 'gateway',
          annotations: {
            'maestro-conductor.dev/slo': slo,
            ...(location && { 'backstage.io/managed-by-location': location }),
          },
        },
      },
      (address, base) => new URL(address, base).toString(),
    );

  it('finds documents by address, and relative to the descriptor', () => {
    expect(
      targets(
        'https://a.example.com/x.yaml, slo,,slo',
        'url:https://b.example.com/main/catalog-info.yaml',
      ),
    ).toEqual([
      { kind: 'url', url: 'https://a.example.com/x.yaml' },
      { kind: 'url', url: 'https://b.example.com/main/slo' },
    ]);
    expect(targets('./slo', 'file:/data/all.yaml')).toEqual([
      { kind: 'file', path: './slo', descriptor: '/data/all.yaml' },
    ]);
  });

  it.each([
    ['file:/etc/passwd', undefined, /write an https address/],
    ['slo', undefined, /does not say where that is/],
    ['slo', 'dynamic:x', /dynamic:x/],
    [Array.from('abcdefghijklmnopqrstu').join(','), 'file:/a', /may name 20/],
  ])('refuses %s of %s', (slo, location, message) => {
    expect(() => targets(slo, location)).toThrow(message);
  });
});
