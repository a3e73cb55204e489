import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import {
  byName,
  component,
  excellentFacts,
  GATEWAY,
  NOW,
  PRS,
} from '../__testUtils__/samples';
import { evaluateScorecard } from '../domain/evaluateScorecard';
import { ReadinessService } from '../service/types';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user('user:default/lars');
const score = evaluateScorecard({
  definition: PRS,
  tenant: 'default',
  entityRef: GATEWAY,
  environment: 'production',
  entity: component('gateway'),
  facts: byName(excellentFacts().slice(1)),
  now: NOW,
});

function create(readiness: Partial<ReadinessService>) {
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({
    actionsRegistry,
    readiness: readiness as ReadinessService,
  });
  const invoke = async (name: string, input: JsonObject) =>
    (
      await actionsRegistry.invoke({
        id: `test:${name}`,
        input,
        credentials,
      })
    ).output;
  return { actionsRegistry, invoke };
}

describe('registerActions', () => {
  it('offers reading only', async () => {
    const { actions } = await create({}).actionsRegistry.list();
    expect(actions.map(({ name }) => name)).toEqual([
      'get-readiness-score',
      'check-promotion-gate',
    ]);
    for (const { attributes } of actions) {
      expect(attributes).toEqual({
        readOnly: true,
        destructive: false,
        idempotent: true,
      });
    }
  });

  it('tells the score as its user may see it, what costs most first', async () => {
    const getScore = jest.fn(async () => score);
    const { invoke } = create({ getScore });
    const output = await invoke('get-readiness-score', { entity: 'gateway' });
    expect(getScore).toHaveBeenCalledWith(
      { entity: 'gateway' },
      { credentials },
    );
    expect(output).toMatchObject({
      entity: GATEWAY,
      score: score.score,
      threshold: 0.9,
    });
    const { dimensions } = output as {
      dimensions: { name: string; verdict: string; nextStep?: string }[];
    };
    expect(dimensions).toHaveLength(6);
    expect(dimensions[0]).toMatchObject({
      name: 'coverage',
      verdict: 'no-data',
      nextStep: expect.stringMatching(/^Cover more lines/),
    });
    expect(dimensions[1].nextStep).toBeUndefined();
  });

  it('asks the gate without leaving a decision', async () => {
    const askGate = jest.fn(async () => ({
      id: '',
      tenant: 'default',
      scorecard: 'prs',
      entityRef: GATEWAY,
      environment: 'production',
      commit: 'abc',
      decision: 'fail' as const,
      score: 0.4,
      threshold: 0.9,
      blockers: [{ code: 'below-threshold', message: 'Too low.' }],
      warnings: [],
      dimensions: [],
      inputsDigest: 'd',
      askedBy: 'user:default/lars',
      decidedAt: NOW.toISOString(),
    }));
    const { invoke } = create({ askGate });
    const input = { entity: 'gateway', commit: 'abc' };
    expect(await invoke('check-promotion-gate', input)).toEqual({
      entity: GATEWAY,
      environment: 'production',
      commit: 'abc',
      decision: 'fail',
      score: 0.4,
      threshold: 0.9,
      blockers: [{ code: 'below-threshold', message: 'Too low.' }],
      warnings: [],
    });
    expect(askGate).toHaveBeenCalledWith(
      { ...input, dryRun: true },
      { credentials },
    );
  });

  it('hands on what the service refuses, and refuses what is no question', async () => {
    const { invoke } = create({
      getScore: async () => {
        throw new NotAllowedError('readiness.score.read is not allowed');
      },
    });
    await expect(
      invoke('get-readiness-score', { entity: 'gateway' }),
    ).rejects.toThrow(/readiness\.score\.read is not allowed/);
    await expect(invoke('get-readiness-score', {})).rejects.toThrow(/entity/);
  });
});
