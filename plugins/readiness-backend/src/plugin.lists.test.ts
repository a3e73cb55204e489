import { mockCredentials } from '@backstage/backend-test-utils';
import { DimensionChange } from '@maestro-conductor/plugin-readiness-common';
import request from 'supertest';
import { component, daysBefore, fact, GATEWAY } from './__testUtils__/samples';
import {
  goodFacts,
  startReadiness,
  until,
} from './__testUtils__/startReadiness';

jest.setTimeout(60_000);

const DAY_MS = 24 * 60 * 60 * 1000;

function ago(days: number): string {
  return daysBefore(days, new Date());
}

describe('lists of the readiness plugin', () => {
  it('leads from a list to what changed, and to a file of it', async () => {
    const stray = component('stray', 'group:default/gone');
    const formula = component('formula', 'user:default/mona');
    formula.metadata.title = '=1+1, "quoted"';
    const { evidence, gone, server, get } = await startReadiness(
      {},
      [],
      [stray, formula],
    );
    evidence.put(...goodFacts());
    await until(
      () => get('/v1/scores'),
      ({ body }) =>
        body.totalItems === 4 &&
        body.items[0].score > 0.99 &&
        body.items[0].title === 'The gateway',
    );

    // Narrowed by one value, by several, and by several fields.
    const titles = async (query: string) => {
      const { body } = await get(`/v1/scores?sort=title&${query}`);
      return body.items.map((item: { title: string }) => item.title);
    };
    expect(await titles('owner=platform')).toEqual([
      'The gateway',
      'The ledger',
    ]);
    expect(await titles('owner=edge-team&owner=gone')).toEqual([
      'The gateway',
      'The stray',
    ]);
    expect(await titles('level=gold&lifecycle=production')).toEqual([
      'The gateway',
    ]);
    expect(
      await titles('verdict=no-data&dimension=slo&owner=platform'),
    ).toEqual(['The ledger']);
    const facets = await get('/v1/scores/facets?owner=platform&level=gold');
    expect(facets.body).toEqual({
      system: [],
      lifecycle: [{ value: 'production', title: 'production', services: 1 }],
      tag: [],
      level: [
        { value: 'gold', title: 'Gold', services: 1 },
        { value: 'none', title: 'No level', services: 1 },
      ],
      verdict: [{ value: 'passed', title: 'Passed', services: 1 }],
    });

    // Teams add up, also with services that nobody owns.
    const teams = await get('/v1/teams?sort=services&order=desc');
    expect(teams.body.items).toMatchObject([
      { title: 'platform', services: 2 },
      { title: 'edge-team', services: 1 },
      { groupRef: '', title: 'No owner', services: 2, scored: 0 },
    ]);
    const summary = await get('/v1/summary');
    expect(summary.body.services).toBe(4);
    const owned = await get('/v1/summary?owner=edge-team');
    expect(owned.body).toMatchObject({ services: 1, ready: 1 });
    const team = await get('/v1/teams/by-group?group=edge-team');
    expect(team.body).toMatchObject({ services: 1, ready: 1, depth: 1 });
    const empty = await get('/v1/teams/by-group?group=auditors');
    expect(empty.body).toMatchObject({ services: 0, dimensions: {} });
    expect(empty.body).not.toHaveProperty('score');

    // Coverage falls today; the days before were worked out from their evidence.
    await until(
      () => get('/v1/scores/history?entity=gateway'),
      ({ body }) =>
        body.items.some((p: { reconstructed: boolean }) => p.reconstructed),
    );
    const now = new Date().toISOString();
    evidence.put(
      fact('test.coverage.lines', 0.4, { unit: 'ratio', observedAt: now }),
    );
    const since = new Date(Date.now() - DAY_MS / 2).toISOString();
    const changed = await until(
      () => get(`/v1/scores/changes?entity=gateway&since=${since}`),
      ({ body }) => body.change < -0.1,
    );
    const [first, ...others]: DimensionChange[] = changed.body.items;
    expect(first).toMatchObject({
      name: 'coverage',
      cause: 'evidence',
      verdictAfter: 'partial',
      facts: [{ name: 'test.coverage.lines', observedAt: now }],
    });
    const sum = [first, ...others].reduce((all, item) => all + item.change, 0);
    expect(sum).toBeCloseTo(changed.body.change * 100, 6);
    const long = await get(
      `/v1/scores/changes?entity=ledger&since=${ago(300).slice(0, 10)}`,
    );
    expect(long.body).not.toHaveProperty('before');
    expect(long.body.items).toHaveLength(6);

    // The same list as a file.
    const file = await request(server)
      .get('/api/readiness/v1/scores/csv?sort=title&order=desc')
      .set('authorization', mockCredentials.service.header());
    expect(file.status).toBe(200);
    expect(file.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="readiness-production-${now.slice(
        0,
        10,
      )}.csv"`,
    });
    const lines = file.text.split('\r\n');
    expect(lines[0]).toMatch(
      /^entity,title,owner,system,lifecycle,score,level,threshold,ready,coverage points,coverage verdict,slo points,.*,definition version,evaluated at$/,
    );
    expect(lines.slice(1).map(line => line.split(',')[0])).toEqual([
      'component:default/stray',
      'component:default/ledger',
      'component:default/gateway',
      'component:default/formula',
      '',
    ]);
    expect(lines[1]).toContain(
      ',group:default/gone,,production,,,0.9,,,no-data',
    );
    expect(lines[3]).toMatch(/,silver,0\.9,false,12\.5,partial,25,passed,/);
    expect(lines[4]).toMatch(
      /^component:default\/formula,"'=1\+1, ""quoted""",user:default\/mona,/,
    );

    // Pages go on where the one before ended.
    const all = await get('/v1/scores?limit=1');
    expect(all.body).toMatchObject({ totalItems: 4 });
    const next = await get(
      `/v1/scores?limit=100&cursor=${all.body.nextCursor}`,
    );
    expect(next.body.items).toHaveLength(3);
    expect(next.body).toMatchObject({ totalItems: 4 });

    // What is gone from the catalog leaves the lists; its history goes on when it is back.
    const points = async () => {
      const { body } = await get('/v1/scores/history?entity=gateway');
      return body.items.length;
    };
    const before = await points();
    gone.add(GATEWAY);
    evidence.tell('entity-deleted', GATEWAY);
    const without = await until(
      () => get('/v1/scores'),
      ({ body }) => body.totalItems === 3,
    );
    expect(JSON.stringify(without.body)).not.toContain(GATEWAY);
    expect((await get('/v1/teams')).body.items).toMatchObject([
      { title: 'platform', services: 1 },
      { title: 'No owner', services: 2 },
    ]);
    const missing = await get('/v1/scores/by-entity?entity=gateway');
    expect(missing.status).toBe(404);
    gone.delete(GATEWAY);
    evidence.tell('entity-created', GATEWAY);
    await until(
      () => get('/v1/scores'),
      ({ body }) => body.totalItems === 4,
    );
    expect(await points()).toBeGreaterThanOrEqual(before);
  });
});
