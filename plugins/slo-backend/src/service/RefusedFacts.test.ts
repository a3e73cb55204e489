import { mockServices } from '@backstage/backend-test-utils';
import { PluginFact } from '@maestro-conductor/plugin-evidence-common';
import { RefusedFacts } from './RefusedFacts';

const fact = (name: string) =>
  ({ name, entityRef: 'component:default/gateway' } as PluginFact);

const error = (code: string, field?: string) => ({
  ...{ code, message: `${'long '.repeat(100)}` },
  ...(field && { field }),
});

describe('RefusedFacts', () => {
  it('tells refusals apart by code, field and name of the fact', () => {
    const logger = mockServices.logger.mock();
    const refused = new RefusedFacts(logger);
    const facts = [fact('slo.adherence'), fact('slo.burn.worst')];
    const all = [
      { index: 0, error: error('UnknownEntity') },
      { index: 1, error: error('UnknownEntity') },
      { index: 0, error: error('InvalidField', 'unit') },
      { index: 0, error: error('InvalidField', 'value') },
    ];
    refused.note(facts, all);
    refused.note(facts, all);
    expect(logger.warn).toHaveBeenCalledTimes(4);
    const [, meta] = logger.warn.mock.calls[2];
    expect(meta).toMatchObject({ code: 'InvalidField', field: 'unit' });
    expect((meta as { reason: string }).reason).toHaveLength(300);
  });

  it('fills no log, whatever evidence says', () => {
    const logger = mockServices.logger.mock();
    const refused = new RefusedFacts(logger);
    for (let i = 0; i < 1_000; i += 1) {
      refused.note(
        [fact('slo.adherence')],
        [{ index: 0, error: error(`Code${i}`) }],
      );
    }
    expect(logger.warn).toHaveBeenCalledTimes(51);
    expect(logger.warn.mock.lastCall?.[0]).toContain('more reasons');
  });
});
