import { mockServices } from '@backstage/backend-test-utils';
import { reported } from './reported';

describe('reported', () => {
  it('logs the first failure, then once a minute, then the recovery, and throws all on', async () => {
    const logger = mockServices.logger.mock();
    let time = 0;
    let fails = true;
    const task = reported(
      { id: 'follow', logger, now: () => new Date(time) },
      async () => {
        if (fails) throw new Error('away');
      },
    );
    const { signal } = new AbortController();
    for (; time <= 61_000; time += 1000) {
      await expect(task(signal)).rejects.toThrow('away');
    }
    expect(logger.error.mock.calls.map(([message]) => message)).toEqual([
      'Task follow failed (1 in a row) and is tried again',
      'Task follow failed (61 in a row) and is tried again',
    ]);
    fails = false;
    await task(signal);
    await task(signal);
    expect(logger.info.mock.calls).toEqual([
      ['Task follow works again after 62 failures'],
    ]);
  });
});
