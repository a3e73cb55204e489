import { Score, ScoreResult } from '@maestro-conductor/plugin-readiness-common';
import { fact, GATEWAY } from './__testUtils__/samples';
import {
  goodFacts,
  startReadiness,
  until,
} from './__testUtils__/startReadiness';

jest.setTimeout(60_000);
const BY_ENTITIES = '/v1/scores/by-entities';
const LEDGER = 'component:default/ledger';

const include = ['facts'];

/** What stands among many of a score that by-entity answers. */
function among(score: Score): ScoreResult {
  return {
    ...score,
    dimensions: score.dimensions.map(
      ({ name, verdict, value, weight, points, reason }) => ({
        name,
        verdict,
        value,
        weight,
        points,
        reason,
      }),
    ),
  };
}

describe('POST /v1/scores/by-entities', () => {
  it('answers what by-entity answers, for many, in the order asked', async () => {
    const { evidence, get, post } = await startReadiness();
    evidence.put(...goodFacts());
    await until(
      () => get('/v1/scores?search=gateway'),
      ({ body }) => body.items[0]?.score > 0.99,
    );
    await until(
      () => get('/v1/scores'),
      ({ body }) => body.totalItems === 2,
    );
    const entities = ['ledger', 'nowhere', GATEWAY, 'Component:ledger'];
    const both = await post(BY_ENTITIES, { entities });
    expect(both.status).toBe(200);
    expect(both.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-transform',
    });
    const one = async (entity: string): Promise<Score> =>
      (await get(`/v1/scores/by-entity?entity=${entity}`)).body;
    const definitions = (await get('/v1/scorecards')).body.items;
    expect(both.body).toEqual({
      items: [among(await one('ledger')), among(await one('gateway'))],
      definitions,
      missing: ['component:default/nowhere'],
    });
    expect(both.body.items[1].score).toBeCloseTo(1, 12);

    // With its facts, and the words of the definition, it is the whole score again.
    const [whole] = (await post(BY_ENTITIES, { entities: ['ledger'], include }))
      .body.items;
    const ledger = await one('ledger');
    expect(whole.dimensions).toEqual(
      ledger.dimensions.map(({ title, maxPoints, nextStep, ...rest }) => rest),
    );
    expect(
      definitions[0].dimensions.map(({ title }: { title: string }) => title),
    ).toEqual(ledger.dimensions.map(({ title }) => title));

    // A new fact shows in both as soon as in one.
    const observedAt = new Date().toISOString();
    evidence.put(fact('slo.adherence', 0.5, { observedAt }));
    const fallen = await until(
      () => post(BY_ENTITIES, { entities: ['gateway'] }),
      ({ body }) => body.items[0].score < 0.99,
    );
    expect(fallen.body).toEqual({
      items: [among(await one('gateway'))],
      definitions,
      missing: [],
    });

    const none = await post(BY_ENTITIES, { entities: ['nowhere'] });
    expect(none.body).toEqual({
      items: [],
      definitions: [],
      missing: ['component:default/nowhere'],
    });
  });

  it('takes a thousand entities, and says what is wrong with what it does not take', async () => {
    const { get, post } = await startReadiness();
    await until(
      () => get('/v1/scores'),
      ({ body }) => body.totalItems === 2,
    );
    const many = Array.from(
      { length: 999 },
      (_, index) => `component:${'n'.repeat(63)}/${'x'.repeat(60)}${index}`,
    );
    const full = await post(BY_ENTITIES, { entities: [...many, LEDGER] });
    expect(full.status).toBe(200);
    expect(full.body.items).toMatchObject([{ entityRef: LEDGER }]);
    expect(full.body.missing).toHaveLength(999);

    const wrong: [object, RegExp][] = [
      [{}, /entities/],
      [{ entities: [] }, /entities/],
      [{ entities: [...many, 'a', 'b'] }, /entities/],
      [{ entities: ['gateway', 'a b'] }, /entities\[1\] must be an entity ref/],
      [{ entities: ['a\0'] }, /entities\[0\] must be an entity ref/],
      [{ entities: 'gateway' }, /entities/],
      [
        { entities: ['gateway'], environment: 'prod' },
        /environment is prod, which is not configured/,
      ],
      [{ entities: ['gateway'], colour: 'red' }, /colour|additional/],
      [{ entities: ['gateway'], include: ['advice'] }, /include/],
    ];
    for (const [body, message] of wrong) {
      const answer = await post(BY_ENTITIES, body);
      expect([body, answer.status]).toEqual([body, 400]);
      expect(answer.body.error.message).toMatch(message);
    }
  });
});
