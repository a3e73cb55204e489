import { mockServices } from '@backstage/backend-test-utils';
import { scheduleRetention } from './scheduleRetention';

describe('scheduleRetention', () => {
  const now = new Date('2026-03-31T00:00:00Z');

  async function schedule(
    rules: Pick<
      Parameters<typeof scheduleRetention>[0],
      'retention' | 'factRetention'
    >,
  ) {
    const scheduler = mockServices.scheduler.mock();
    const store = {
      removeExpiredContent: jest.fn(async () => 2),
      removeOldFacts: jest.fn(async () => 5),
    };
    const logger = mockServices.logger.mock();
    await scheduleRetention({
      ...{ scheduler, store, logger, now: () => now },
      ...rules,
    });
    return { scheduler, store, run: scheduler.scheduleTask.mock.calls[0]?.[0] };
  }

  it('schedules nothing where everything is kept', async () => {
    const { scheduler } = await schedule({ retention: {} });
    expect(scheduler.scheduleTask).not.toHaveBeenCalled();
  });

  it('removes each day what is no longer kept', async () => {
    const { run, store } = await schedule({
      retention: { load: { days: 1 } },
      factRetention: { days: 2 },
    });
    expect(run).toMatchObject({ scope: 'global', frequency: { hours: 24 } });
    await run.fn(new AbortController().signal);
    expect(store.removeExpiredContent).toHaveBeenCalledWith({
      limits: [
        { kind: 'load', receivedBefore: new Date('2026-03-30T00:00:00Z') },
      ],
      now,
    });
    expect(store.removeOldFacts).toHaveBeenCalledWith(
      new Date('2026-03-29T00:00:00Z'),
    );
  });

  it('keeps all facts where only bytes are to go, and fails where that fails', async () => {
    const { run, store } = await schedule({ retention: { load: { days: 1 } } });
    await run.fn(new AbortController().signal);
    expect(store.removeOldFacts).not.toHaveBeenCalled();
    store.removeExpiredContent.mockRejectedValueOnce(new Error('away'));
    await expect(run.fn(new AbortController().signal)).rejects.toThrow('away');
  });
});
