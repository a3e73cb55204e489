import { mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fact } from './__testUtils__/samples';
import { startReadiness, until } from './__testUtils__/startReadiness';

jest.setTimeout(60_000);

describe('POST /v1/evaluations', () => {
  it('evaluates all now, by dimensions of the configuration, and writes down who asked', async () => {
    const audits = jest.fn();
    const auditor = mockServices.auditor.mock({
      createEvent: async ({ eventId }) => ({
        success: async details => audits(eventId, details?.meta),
        fail: async details => audits(eventId, details.error.name),
      }),
    });
    const { evidence, get, post } = await startReadiness(
      {
        scorecards: {
          prs: {
            weights: { slo: 0.5, on_call: 0.5 },
            dimensions: {
              on_call: {
                title: 'On call',
                measure: 'people on call',
                value: {
                  function: 'at-least',
                  fact: 'team.on_call',
                  minimum: 2,
                },
              },
            },
          },
        },
      },
      [auditor.factory],
    );
    await until(
      () => get('/v1/scores'),
      ({ body }) => body.totalItems === 2,
    );
    const observedAt = new Date().toISOString();
    evidence.put(
      fact('slo.adherence', 1, { observedAt }),
      fact('team.on_call', 3, { observedAt }),
    );
    const answer = await post('/v1/evaluations', {});
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      environment: 'production',
      evaluated: 2,
    });
    const { body } = await get('/v1/scores/by-entity?entity=gateway');
    expect(body.score).toBe(1);
    expect(body.dimensions[1]).toMatchObject({
      title: 'On call',
      verdict: 'passed',
      reason: '3 people on call; at least 2 is asked for.',
    });
    expect(audits).toHaveBeenCalledWith('scores-evaluate', {
      environment: 'production',
      evaluated: 2,
      changed: expect.any(Number),
    });

    const unknown = await post('/v1/evaluations', { environment: 'mars' });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toContain('environment');
    const extra = await post('/v1/evaluations', { entity: 'gateway' });
    expect(extra.status).toBe(400);
  });

  it('is not for those without the permission', async () => {
    const asked: string[] = [];
    const { post } = await startReadiness({}, [
      mockServices.permissions.mock({
        authorize: async requests => {
          asked.push(...requests.map(({ permission }) => permission.name));
          return requests.map(() => ({ result: AuthorizeResult.DENY }));
        },
      }).factory,
    ]);
    const answer = await post('/v1/evaluations', {});
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toBe(
      'readiness.score.evaluate is for administrators of the portal; ask one of them',
    );
    expect(asked).toEqual(['readiness.score.evaluate']);
  });
});
