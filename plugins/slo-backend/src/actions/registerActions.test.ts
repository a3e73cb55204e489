import { mockCredentials } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { NotAllowedError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { stateOf } from '../__testUtils__/createBoards';
import { idOf, objective } from '../__testUtils__/objectives';
import { toObjective } from '../domain/toObjective';
import { SloService } from '../service/types';
import { registerActions } from './registerActions';

const credentials = mockCredentials.user('user:default/lars');
const definition = objective();
const shown = toObjective({
  ...{ id: idOf(definition), tenant: 'default', definition, queries: [] },
});

function create(slo: Partial<SloService>) {
  const actionsRegistry = actionsRegistryServiceMock();
  registerActions({ actionsRegistry, slo: slo as SloService });
  const invoke = async (input: JsonObject) =>
    (
      await actionsRegistry.invoke({
        id: 'test:get-objective-status',
        input,
        credentials,
      })
    ).output;
  return { actionsRegistry, invoke };
}

describe('registerActions', () => {
  it('offers reading only', async () => {
    const { actions } = await create({}).actionsRegistry.list();
    expect(actions.map(({ name }) => name)).toEqual(['get-objective-status']);
    expect(actions[0].attributes).toEqual({
      readOnly: true,
      destructive: false,
      idempotent: true,
    });
  });

  it('tells how objectives fare as its user may see them, and what is not known yet', async () => {
    const state = stateOf('warning', {
      budgetLeft: 0.1,
      actual: 0.99,
      firing: 'page-1h',
    });
    const getByEntities = jest.fn(async () => ({
      items: [
        { objective: shown, state, trend: [] },
        { objective: shown, trend: [] },
      ],
    }));
    const output = await create({ getByEntities }).invoke({
      entity: 'gateway',
      environment: 'staging',
    });
    expect(getByEntities).toHaveBeenCalledWith(
      { entityRefs: ['gateway'], environment: 'staging' },
      { credentials },
    );
    expect(output).toMatchObject({
      objectives: [
        {
          id: shown.id,
          status: 'warning',
          budgetLeft: 0.1,
          burning: ['page-1h'],
          window: '30d',
        },
        { status: 'pending', burning: [] },
      ],
    });
  });

  it('hands on what the service refuses, and refuses what is no question', async () => {
    const { invoke } = create({
      getByEntities: async () => {
        throw new NotAllowedError('slo.objective.read is not allowed');
      },
    });
    await expect(invoke({ entity: 'gateway' })).rejects.toThrow(
      /slo\.objective\.read is not allowed/,
    );
    await expect(invoke({})).rejects.toThrow(/entity/);
  });
});
