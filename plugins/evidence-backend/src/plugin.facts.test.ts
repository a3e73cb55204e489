import { mockCredentials } from '@backstage/backend-test-utils';
import { PluginFact } from '@maestro-conductor/plugin-evidence-common';
import { CI, startEvidence, USER } from './__testUtils__/startEvidence';

const SLO = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:slo'),
  targetPluginId: 'evidence',
});
const FOR_SLO_OF_USER = mockCredentials.service.header({
  onBehalfOf: mockCredentials.user('user:default/edda.engineer'),
  targetPluginId: 'evidence',
});

const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const fact = (change: Partial<PluginFact> = {}): PluginFact => ({
  entityRef: 'gateway',
  environment: 'production',
  name: 'slo.adherence',
  type: 'number',
  value: 0.75,
  observedAt: ago(1000),
  ...change,
});

describe('facts that plugins tell', () => {
  it('are kept, each judged on its own, and told once', async () => {
    const { post, facts, backend, push } = await startEvidence();
    const put = (items: PluginFact[], as = SLO) =>
      post('/v1/facts', as).send({ facts: items });
    const freshUntil = new Date(Date.now() + 3_600_000).toISOString();
    const items = [
      fact({ freshUntil }),
      fact({ entityRef: 'nobody' }),
      fact({ name: 'slo.budget.worst', value: -1.5, unit: 'ratio' }),
      fact({ value: 1.5 }),
      fact({ observedAt: 'yesterday' }),
      fact({ observedAt: '2999-01-01T00:00:00Z' }),
      fact({ name: 'lineage.depth' }),
      fact({ name: 'slo.note', type: 'string', value: 1 }),
    ];
    const { body } = await put(items).expect(200);
    expect(body).toMatchObject({ written: 2, unchanged: 0 });
    expect(
      body.rejected.map(
        (r: { index: number; error: { code: string; field: string } }) => [
          r.index,
          r.error.code,
          r.error.field,
        ],
      ),
    ).toEqual([
      [1, 'UnknownEntity', 'entity'],
      [3, 'InvalidField', 'slo.adherence'],
      [4, 'InvalidField', 'observedAt'],
      [5, 'InvalidField', 'observedAt'],
      [6, 'NotAllowed', 'name'],
      [7, 'InvalidField', 'slo.note'],
    ]);
    const again = await put([items[0]]).expect(200);
    expect(again.body).toEqual({ written: 0, unchanged: 1, rejected: [] });

    const kept = await facts('entity=gateway&environment=production');
    expect(kept.get('slo.adherence')).toMatchObject({
      value: 0.75,
      unit: 'ratio',
      source: 'plugin:slo',
      defaultBranch: true,
      commit: '',
      freshUntil,
    });
    expect(kept.get('slo.adherence')).not.toHaveProperty('recordId');
    expect(kept.get('slo.budget.worst')).toMatchObject({ value: -1.5 });

    // Nobody else, whatever they may push.
    for (const caller of [CI, USER, FOR_SLO_OF_USER]) {
      const refused = await put([fact()], caller).expect(403);
      expect(refused.body.error.message).toContain('by plugins of the portal');
    }
    const none = await put([]).expect(400);
    expect(none.body.error.name).toBe('InputError');

    const declared = await push({
      items: [
        { file: 'facts.json', entity: 'gateway', environment: 'production' },
      ],
      files: { 'facts.json': '{"facts":{"slo.adherence":1}}' },
    });
    expect(declared.body.items[0]).toMatchObject({
      status: 'rejected',
      error: {
        field: 'facts.slo.adherence',
        message: expect.stringContaining('conductor slo push'),
      },
    });
    await backend.stop();
  }, 60_000);
});
