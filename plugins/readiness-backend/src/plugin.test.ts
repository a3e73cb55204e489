import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockCredentials } from '@backstage/backend-test-utils';
import { readinessExtensionPoint } from '@maestro-conductor/plugin-readiness-node';
import request from 'supertest';
import { fact, GATEWAY } from './__testUtils__/samples';
import {
  goodFacts,
  startReadiness,
  until,
} from './__testUtils__/startReadiness';

jest.setTimeout(60_000);

const cursor = (value: object) =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

describe('the readiness plugin', () => {
  it('leads from the first evidence to a passed gate', async () => {
    const { evidence, get, post } = await startReadiness();

    // Nothing is known: evaluated on the spot, without a score, and the gate cannot tell.
    const first = await get('/v1/scores/by-entity?entity=gateway');
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({ entityRef: GATEWAY });
    expect(first.body).not.toHaveProperty('score');
    const refused = await post('/v1/gate', { entity: 'gateway' });
    expect(refused.status).toBe(200);
    expect(refused.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'no-data' }],
    });
    expect(refused.body).not.toHaveProperty('score');

    // Evidence comes in. The gate knows at once, the score within 2 seconds.
    const pushed = Date.now();
    evidence.put(...goodFacts());
    const passed = await post('/v1/gate', {
      entity: 'gateway',
      commit: 'abc1234',
    });
    expect(passed.body).toMatchObject({ decision: 'pass', level: 'gold' });
    expect(passed.body.score).toBeCloseTo(1, 12);
    await until(
      () => get('/v1/scores?search=gateway'),
      ({ body }) => body.items[0]?.score > 0.99,
    );
    expect(Date.now() - pushed).toBeLessThan(2500);

    const other = await post('/v1/gate', { entity: 'gateway', commit: 'fff' });
    expect(other.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'no-fact-for-commit' }],
    });

    const dry = await post('/v1/gate', { entity: 'gateway', dryRun: true });
    expect(dry.body).toMatchObject({ decision: 'pass', id: '' });

    // What was decided is kept, what was only tried is not.
    const kept = await get(`/v1/gate/decisions/${passed.body.id}`);
    expect(kept.body).toEqual(passed.body);
    const decisions = await get('/v1/gate/decisions?entity=gateway&limit=2');
    expect(decisions.body.items).toHaveLength(2);
    const rest = await get(
      `/v1/gate/decisions?entity=gateway&cursor=${decisions.body.nextCursor}`,
    );
    expect(rest.body.items.map((d: { id: string }) => d.id)).toEqual([
      refused.body.id,
    ]);

    // Lists.
    const list = await until(
      () => get('/v1/scores?sort=score&order=desc&owner=platform'),
      ({ body }) => body.totalItems === 2,
    );
    expect(list.body.items.map((s: { title: string }) => s.title)).toEqual([
      'The gateway',
      'The ledger',
    ]);
    const teams = await get('/v1/teams');
    expect(teams.body.items).toMatchObject([
      { title: 'platform', depth: 0, services: 2, scored: 1, ready: 1 },
      { title: 'edge-team', depth: 1, services: 1, ready: 1 },
    ]);
    expect(teams.body).toMatchObject({ totalItems: 2 });
    expect(teams.body.items[0].score).toBeCloseTo(1, 12);
    const summary = await get('/v1/summary');
    expect(summary.body).toMatchObject({
      services: 2,
      scored: 1,
      ready: 1,
      threshold: 0.9,
    });

    // History, with the day before it was first looked at.
    const history = await until(
      () => get('/v1/scores/history?entity=gateway&days=30'),
      ({ body }) =>
        body.items.some((p: { reconstructed: boolean }) => p.reconstructed),
    );
    expect(history.body.definitionChanges).toEqual([]);
    expect(history.body.items.at(-1).score).toBeCloseTo(1, 12);

    // Evidence falls silent: the last good score stays, the gate says that it cannot tell.
    evidence.failure = new Error('connection refused');
    const blind = await post('/v1/gate', { entity: 'gateway' });
    expect(blind.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'evidence-unreadable' }],
    });
    expect(JSON.stringify(blind.body)).not.toContain('connection refused');
    const still = await get('/v1/scores/by-entity?entity=gateway');
    expect(still.body.score).toBeCloseTo(1, 12);
  });

  it('starts with an invalid scorecard, and says so', async () => {
    const { get, post } = await startReadiness({
      scorecards: { prs: { weights: { coverage: 0.5 } } },
    });
    const { body } = await get('/v1/scorecards');
    expect(body).toEqual({
      items: [],
      environments: ['production'],
      defaultEnvironment: 'production',
      problem: expect.stringContaining('must sum to 1, and sum to 0.5'),
    });
    const gate = await post('/v1/gate', { entity: 'gateway' });
    expect(gate.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'definition-invalid' }],
    });
    const score = await get('/v1/scores/by-entity?entity=gateway');
    expect(score.status).toBe(503);
    expect(score.body.error.message).toMatch(
      /Nothing can be evaluated while the configured scorecard is invalid/,
    );
  });

  it('hears contributors to the gate', async () => {
    let away = false;
    const contributor = createBackendModule({
      pluginId: 'readiness',
      moduleId: 'budget',
      register(env) {
        env.registerInit({
          deps: { readiness: readinessExtensionPoint },
          async init({ readiness }) {
            readiness.addGateContributor({
              name: 'budget',
              async contribute() {
                if (away) throw new Error('away');
                const reason = {
                  code: 'budget',
                  message: 'No budget is left.',
                };
                return { blockers: [reason], warnings: [] };
              },
            });
          },
        });
      },
    });
    const { evidence, post } = await startReadiness({}, [contributor]);
    evidence.put(...goodFacts());
    const blocked = await post('/v1/gate', { entity: 'gateway' });
    expect(blocked.body).toMatchObject({
      decision: 'fail',
      blockers: [{ code: 'budget' }],
    });
    away = true;
    const unheard = await post('/v1/gate', { entity: 'gateway' });
    expect(unheard.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'contributor-failed' }],
    });
  });

  it('answers bad input with a 4xx that names the field and the rule', async () => {
    const { evidence, get, post, server } = await startReadiness();
    evidence.put(fact('slo.adherence', 1));
    await until(
      () => get('/v1/scores'),
      ({ body }) => body.totalItems === 2,
    );
    const gate: [object, number, RegExp][] = [
      [
        { entity: 'gatway' },
        404,
        /no entity component:default\/gatway .*did you mean component:default\/gateway/,
      ],
      [{ entity: 'a b' }, 400, /entity must be an entity ref/],
      [{}, 400, /entity/],
      [
        { entity: 'gateway', environment: 'prod' },
        400,
        /environment is prod, which is not configured\. Did you mean production/,
      ],
      [{ entity: 'gateway', minimum: 1.5 }, 400, /minimum/],
      [{ entity: 'gateway', minimum: 'high' }, 400, /minimum/],
      [{ entity: 'gateway', dryRun: 'yes' }, 400, /dryRun/],
      [{ entity: 'gateway', commit: 'a b' }, 400, /commit must be/],
      [
        { entity: 'gateway', minimun: 0.95 },
        400,
        /a field "minimun" that is not known\. Did you mean minimum\?/,
      ],
      [{ entity: 'x'.repeat(300_000) }, 400, /The body must be at most/],
    ];
    for (const [body, status, message] of gate) {
      const answer = await post('/v1/gate', body);
      expect([body, answer.status]).toEqual([body, status]);
      expect(answer.body.error.message).toMatch(message);
    }
    const paths: [string, number, RegExp][] = [
      ['/v1/scores?limit=101', 400, /limit/],
      ['/v1/scores?sort=luck', 400, /sort/],
      ['/v1/scores?cursor=nonsense', 400, /cursor/],
      ['/v1/scores?colour=red', 400, /colour/],
      ['/v1/scores?owner=a:b:c:d', 400, /owner must be an entity ref/],
      [
        `/v1/scores?${'tag=a&'.repeat(21)}`,
        400,
        /tag must NOT have more than 20 items/,
      ],
      [
        `/v1/scores/facets?level=glod`,
        400,
        /level is "glod", which is not known\. Did you mean gold\?/,
      ],
      ['/v1/scores/csv?verdict=luck', 400, /verdict/],
      [
        '/v1/scores?verdict=failed&dimension=covrage',
        400,
        /dimension is "covrage", .*Did you mean coverage\?/,
      ],
      [
        '/v1/scores?dimension=coverage',
        400,
        /dimension narrows verdict .* add verdict/,
      ],
      ['/v1/scores?system=a%20b', 400, /system must be an entity ref/],
      ['/v1/scores?lifecycle=%20', 400, /lifecycle must be a text of 1 to/],
      ['/v1/scores?tag=a%00', 400, /"tag" must not hold the character/],
      ['/v1/scores/csv?limit=5', 400, /limit/],
      [
        '/v1/scores/changes?entity=gateway&since=yesterday',
        400,
        /since must be a day or a moment as in ISO 8601/,
      ],
      [
        '/v1/scores/changes?entity=gateway&since=2199-01-01',
        400,
        /since lies in the future/,
      ],
      [
        '/v1/scores/changes?entity=gateway&since=2001-01-01',
        400,
        /since must be at most 366 days back/,
      ],
      ['/v1/scores/changes?entity=gatway', 404, /did you mean .*gateway/],
      [
        '/v1/teams/by-group?group=edge-taem',
        404,
        /no group group:default\/edge-taem .*did you mean group:default\/edge-team\?/,
      ],
      ['/v1/teams/by-group?group=user:mona', 400, /group must be a group/],
      ['/v1/teams/by-group', 400, /group/],
      ['/v1/summary?owner=a:b:c:d', 400, /owner must be an entity ref/],
      ['/v1/scores/history?entity=gateway&days=0', 400, /days/],
      ['/v1/scores/by-entity', 400, /entity/],
      [
        '/v1/scores/by-entity?entity=group:edge-team',
        404,
        /group:default\/edge-team has no score: the filter of scorecard prs leaves it out/,
      ],
      ['/v1/gate/decisions/none', 404, /There is no gate decision none/],
      ['/v1/teams?sort=luck', 400, /sort/],
      ['/v1/scores?search=a%00', 400, /"search" must not hold the character/],
      ['/v1/gate/decisions/%00', 400, /The path must not hold/],
      [
        `/v1/scores?cursor=${cursor({
          sort: 'score',
          order: 'asc',
          value: 0,
          ref: '\0',
        })}`,
        400,
        /cursor/,
      ],
      [
        `/v1/gate/decisions?entity=gateway&cursor=${cursor({
          at: 1e300,
          id: 'x',
        })}`,
        400,
        /cursor/,
      ],
      ['/v1/nothing', 404, /There is no GET \/v1\/nothing/],
      ['/v1/gate', 404, /There is no GET \/v1\/gate/],
    ];
    for (const [path, status, message] of paths) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, status]);
      expect(answer.body.error.message).toMatch(message);
    }
    const valid = await post('/v1/scorecards/validate', {
      weights: { coverage: 0.5, slo: 0.5 },
    });
    expect(valid.body).toMatchObject({ name: 'prs', version: 2 });
    const invalid = await post('/v1/scorecards/validate', {
      weights: { covrage: 1 },
    });
    expect(invalid.status).toBe(400);
    expect(invalid.body.error.message).toMatch(
      /^scorecard\.weights names the text "covrage", which is no dimension\. Did you mean coverage\?/,
    );
    const stranger = await request(server)
      .get('/api/readiness/v1/scores')
      .set('authorization', mockCredentials.none.header());
    expect(stranger.status).toBe(401);
    const outside = await post('/v1/gate', { entity: 'group:edge-team' });
    expect(outside.body).toMatchObject({
      decision: 'cannot-evaluate',
      blockers: [{ code: 'not-scored' }],
    });
  });
});
